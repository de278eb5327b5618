-- condition: parameters.critical-for-updates
-- means:   critical parameters protect updates or the talk with services
-- asks:    Are secret keys or passwords used to check updates or to talk with services?
-- needs:   ixit.10
-- letters: TS 103 701 V1.1.1 15, EN 303 645 V3.1.3 m
SELECT CASE WHEN class = 'critical' AND purpose IN ('update', 'service') THEN 1 END
FROM parameter
WHERE coalesce(class = 'critical' AND purpose IN ('update', 'service'), entity IN (SELECT id FROM declared))
ORDER BY 1 DESC
LIMIT 1
