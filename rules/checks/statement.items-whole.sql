-- check:   statement.items-whole
-- asks:    Does each item of the statement of compliance say all that the law wants of it?
-- topic:   papers
-- needs:   document.statement
-- rests:   document.statement
-- by:      documented
-- over:    SELECT rowid FROM statement WHERE kind = 'statement' AND trim(coalesce(value, '')) <> ''
-- empty:   unknown
-- finding: the statement of compliance promises support {value}, and the product file until {until} only
-- fix:     Correct the statement, or the support period in the product file, so that both give the same day.
-- risk:    it is looked at whether each part is there; whether it is right is for who signs
WITH item AS (
  SELECT s.rowid AS id, s.subject, trim(s.value) AS value
  FROM statement AS s
  JOIN document AS d ON d.id = s.document
  WHERE d.kind = 'statement'
    AND s.kind = 'statement'
    AND trim(coalesce(s.value, '')) <> ''
    AND s.subject IN (SELECT wanted.value FROM json_each(:statement_items) AS wanted)
), judged AS (
  SELECT
    item.*,
    (SELECT substr(value, 1, 10) FROM profile WHERE name = 'support.until') AS until,
    CASE
      WHEN subject = 'product' AND NOT EXISTS (
        SELECT 1
        FROM profile AS p
        WHERE p.name IN ('product.name', 'product.model', 'product.type')
          AND trim(coalesce(p.value, '')) <> ''
          AND instr(lower(item.value), lower(trim(p.value))) > 0
      ) THEN 'not told in it: the type, as the product file has it'
      WHEN subject = 'product' AND lower(value) NOT GLOB '*batch*' AND lower(value) NOT GLOB '*serial*' AND lower(value) NOT GLOB '*lot*'
        AND lower(value) NOT GLOB '*all units*' THEN 'not told in it: the batch (or: all batches)'
      WHEN subject = 'maker' AND value NOT GLOB '*?,?*' THEN 'not told in it: the address, behind the name and a comma'
      WHEN subject = 'statement' AND lower(value) NOT GLOB '*compl*' AND lower(value) NOT GLOB '*conform*'
        AND lower(value) NOT GLOB '*requirement*' THEN 'not told in it: with what the product complies'
      WHEN subject = 'support-period' AND value NOT GLOB '*[0-9][0-9][0-9][0-9]*' THEN 'not told in it: the day on which support ends'
      WHEN subject = 'signature' AND value NOT GLOB '*?,?*' THEN 'not told in it: the function, behind the name and a comma'
      WHEN subject = 'place-date' AND (value NOT GLOB '*[0-9][0-9][0-9][0-9]*' OR value NOT GLOB '*[a-zA-Z]*') THEN 'not told in it: place and date'
    END AS lacks
  FROM item
)
SELECT
  0 AS entity,
  subject AS what,
  lacks AS unknown,
  value,
  until
FROM judged
WHERE lacks IS NOT NULL
  -- The last day that is named: what the statement promises beyond the published end was shortened since.
  OR (subject = 'support-period' AND until GLOB '[0-9][0-9][0-9][0-9]*'
    AND substr(value, length(rtrim(value, '-0123456789')) + 1) GLOB '[0-9][0-9][0-9][0-9]*'
    AND substr(substr(value, length(rtrim(value, '-0123456789')) + 1), 1, min(length(until), length(value) - length(rtrim(value, '-0123456789')))) >
      substr(until, 1, min(length(until), length(value) - length(rtrim(value, '-0123456789')))))
