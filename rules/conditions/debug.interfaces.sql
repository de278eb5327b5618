-- condition: debug.interfaces
-- means:   the device has debug interfaces
-- asks:    Has the device any debug interface: serial console, JTAG, debug port, debug service?
-- needs:   ixit.15
-- letters: EN 303 645 V3.1.3 q
SELECT 1
FROM interface
WHERE debug = 1
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'kernel' AND key = 'CONFIG_KGDB' AND value = 'y'
UNION ALL
SELECT 1
FROM setting
WHERE domain = 'inittab' AND key IN ('getty', 'shell')
LIMIT 1
