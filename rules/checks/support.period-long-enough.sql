-- check:   support.period-long-enough
-- asks:    Is the product supported as long as the law wants?
-- topic:   updates
-- needs:   document.support
-- by:      documented
-- over:    SELECT rowid AS id FROM statement WHERE kind = 'support-end'
-- empty:   unknown
-- finding: support ends on {what}, less than {years} years after placing on the market
-- fix:     Extend the support period, or give the reason for a shorter one where the law allows it.
-- risk:    a page of which there is a newer copy does not count; where statements differ, the shortest does
SELECT
  0 AS entity,
  s.value AS what,
  CASE
    WHEN s.last IS NULL THEN 'the end of support is no date'
    WHEN p.earliest IS NULL THEN 'it is not said on which day the product was placed on the market'
    WHEN s.last >= date(p.earliest, '+' || :min_support_years || ' years') THEN 'it depends on the day of placing on the market, which is not said'
  END AS unknown,
  :min_support_years AS years
FROM (
  SELECT
    t.value,
    CASE length(t.value)
      WHEN 4 THEN date(t.value || '-12-31')
      WHEN 7 THEN date(t.value || '-01', '+1 month', '-1 day')
      ELSE CASE WHEN t.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN date(substr(t.value, 1, 10)) END
    END AS last
  FROM statement AS t
  LEFT JOIN document AS d ON d.id = t.document
  WHERE t.kind = 'support-end'
    AND NOT EXISTS (SELECT 1 FROM document AS n WHERE n.url = d.url AND n.fetched > d.fetched)
    AND (t.subject IS NULL OR t.subject IN (SELECT value FROM profile WHERE name IN ('product.name', 'product.model'))
      OR NOT EXISTS (SELECT 1 FROM profile WHERE name IN ('product.name', 'product.model')))
) AS s
LEFT JOIN (
  SELECT
    CASE length(value) WHEN 4 THEN date(value || '-01-01') WHEN 7 THEN date(value || '-01') ELSE date(substr(value, 1, 10)) END AS earliest,
    CASE length(value) WHEN 4 THEN date(value || '-12-31') WHEN 7 THEN date(value || '-01', '+1 month', '-1 day') ELSE date(substr(value, 1, 10)) END AS latest
  FROM profile
  WHERE name = 'placed-on-market'
) AS p ON 1
WHERE s.last IS NULL
   OR p.latest IS NULL
   OR s.last < date(p.latest, '+' || :min_support_years || ' years')
