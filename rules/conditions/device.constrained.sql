-- condition: device.constrained
-- means:   the device lacks the power, memory, bandwidth or interfaces for the usual security functions
-- asks:    Does the device lack the power, memory, bandwidth or interfaces that usual security functions need, and why?
-- needs:   person
-- letters: TS 103 701 V1.1.1 4, and 5 is its opposite (not device.constrained)
SELECT 1
FROM profile
WHERE name = 'device.constrained'
  AND value = 'yes'
LIMIT 1
