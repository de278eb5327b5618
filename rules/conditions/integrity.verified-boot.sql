-- condition: integrity.verified-boot
-- means:   the device verifies its software, at start or later
-- asks:    Does the device verify its software at start, or detect changes in another way?
-- needs:   ixit.20
-- letters: EN 303 645 V3.1.3 s
SELECT 1
FROM entity
WHERE kind = 'boot'
UNION ALL
SELECT 1
FROM signature
WHERE enforced = 1
  AND target IN ('bootloader', 'kernel', 'rootfs')
LIMIT 1
