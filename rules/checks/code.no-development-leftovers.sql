-- check:   code.no-development-leftovers
-- asks:    Is the image free of what is left over from development?
-- topic:   attack-surface
-- needs:   files
-- by:      observed-firmware
-- over:    SELECT id FROM file
-- empty:   unknown
-- finding: {what} is {trace}
-- fix:     Build the image from a clean tree.
-- risk:    a file may be called so by chance
SELECT
  0 AS entity,
  f.path AS what,
  NULL AS unknown,
  f.input,
  f.id AS file,
  CASE
    WHEN f.name IN ('.git', '.svn', '.hg', 'CVS') THEN 'a folder of version control'
    WHEN f.name LIKE '%_history' OR f.name IN ('.lesshst', '.viminfo') THEN 'a history of commands'
    WHEN f.name = 'core' THEN 'a memory dump'
    ELSE 'a copy made by an editor'
  END AS trace
FROM file AS f
WHERE f.id IN ( -- by indexes: few files are called so
  SELECT c.id FROM file AS c WHERE c.name IN ('.git', '.svn', '.hg', 'CVS', '.bash_history', '.ash_history', '.sh_history',
    '.mysql_history', '.python_history', '.lesshst', '.viminfo', 'core')
  UNION ALL
  SELECT c.id FROM file AS c WHERE c.name LIKE '%~' OR c.name LIKE '%.swp'
) AND (
  f.name IN ('.git', '.svn', '.hg', 'CVS') AND f.type = 'directory'
   OR f.name IN ('.bash_history', '.ash_history', '.sh_history', '.mysql_history', '.python_history', '.lesshst', '.viminfo') AND f.type = 'file'
   OR f.type = 'file' AND f.name = 'core' AND f.size > 65536 AND f.mode & 73 = 0
   OR f.type = 'file' AND (f.name LIKE '%.swp' AND f.name LIKE '.%' OR f.name LIKE '%~' AND f.path LIKE '%/etc/%')
)
