-- condition: debug.interfaces
-- means:   the device has debug interfaces
-- asks:    Has the device any debug interface: serial console, JTAG, debug port, debug service?
-- needs:   ixit.15
-- letters: EN 303 645 V3.1.3 q
SELECT CASE WHEN debug = 1 THEN 1 END
FROM interface
WHERE coalesce(debug = 1, entity IN (SELECT id FROM declared))
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'kernel' AND key = 'CONFIG_KGDB' AND value = 'y'
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'inittab' AND key IN ('getty', 'shell')
ORDER BY 1 DESC
LIMIT 1
