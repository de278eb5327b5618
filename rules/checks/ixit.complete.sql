-- check:   ixit.complete
-- asks:    Has every entry of the IXIT the fields that the claimed provisions need?
-- topic:   papers
-- needs:   ics
-- by:      declared
-- over:    SELECT requirement FROM ics WHERE edition = :edition AND support = 'Y'
-- empty:   unknown
-- finding: {what}: the field "{field}" is empty, and provision {provision} needs it
-- fix:     Fill in the field.
SELECT
  e.id AS entity,
  e.name AS what,
  NULL AS unknown,
  v.value AS field,
  min(n.provision) AS provision
FROM ics AS i
JOIN ref_form_need AS n ON n.edition = i.edition AND n.provision = i.requirement
JOIN json_each(n.fields) AS v
JOIN declared AS e ON e.kind = n.kind
WHERE i.edition = :edition
  AND i.support = 'Y'
  AND NOT EXISTS (SELECT 1 FROM form_cell AS c WHERE c.entity = e.id AND c.field = v.value)
GROUP BY e.id, v.value
UNION ALL
SELECT
  0,
  'IXIT ' || n.form || '-' || n.name,
  'the table has no row, and provision ' || min(n.provision) || ' needs it',
  '',
  min(n.provision)
FROM ics AS i
JOIN ref_form_need AS n ON n.edition = i.edition AND n.provision = i.requirement
WHERE i.edition = :edition
  AND i.support = 'Y'
  AND n.kind <> 'confirmation'
  AND NOT EXISTS (SELECT 1 FROM declared AS e WHERE e.kind = n.kind)
  AND NOT EXISTS (SELECT 1 FROM covered AS c WHERE c.class = 'ixit.' || n.form AND c.whole)
GROUP BY n.form
UNION ALL
SELECT
  0,
  v.value,
  'it is not given, and provision ' || n.provision || ' needs it',
  v.value,
  n.provision
FROM ics AS i
JOIN ref_form_need AS n ON n.edition = i.edition AND n.provision = i.requirement AND n.kind = 'confirmation'
JOIN json_each(n.fields) AS v
WHERE i.edition = :edition
  AND i.support = 'Y'
  AND NOT EXISTS (
    SELECT 1 FROM answer AS a
    WHERE a.question = n.question AND answer_fault(a.answered, a.expires, :today, :answer_days) IS NULL
  )
