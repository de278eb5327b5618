/* What people and programs touch, what the product keeps and sends, and how it protects itself. */
#include "draft/propose.h"

const struct proposer surface_proposers[] = {
	{ "user_interfaces", "pages of a web server",
		"SELECT 'web pages of ' || e.name AS name, e.file, e.at, e.line FROM observed AS e"
		" JOIN service AS s ON s.entity = e.id WHERE s.protocol IN ('http', 'https') AND EXISTS (SELECT 1 FROM "
		"file AS f WHERE f.type = 'file' AND (f.name LIKE 'index.%' OR f.path LIKE '%/www/%'))"
		" GROUP BY e.name" },
	{ "user_interfaces", "consoles and screens",
		"SELECT 'console ' || s.value AS name, s.file, s.at, s.line FROM setting AS s"
		" WHERE s.domain = 'inittab' AND s.value LIKE 'tty%' GROUP BY s.value"
		" UNION ALL SELECT 'screen', t.file, NULL, t.line FROM start AS t WHERE t.program LIKE '%/weston'"
		" OR t.program LIKE '%/Xorg' OR t.program LIKE '%/directfb%' GROUP BY 1" },
	{ "apis", "programs that a web server runs for others",
		"SELECT 'CGI ' || f.name AS name, 'api' AS layer, 1 AS takes_input, f.id AS file FROM file AS f"
		" WHERE f.path LIKE '%/cgi-bin/%' AND f.type IN ('file', 'link') GROUP BY f.name" },
	{ "apis", "services that programs talk to",
		"SELECT 'API of ' || e.name || coalesce(' ' || s.transport || '/' || s.port, '') AS name,"
		" 'api' AS layer, s.enabled, 1 AS takes_input, e.file, e.at, e.line"
		" FROM observed AS e JOIN service AS s ON s.entity = e.id"
		" WHERE s.protocol IN ('mqtt', 'snmp', 'cwmp', 'onvif', 'upnp', 'ubus', 'coap')" },
	{ "logs", "programs that keep a log",
		"SELECT 'log of ' || replace(t.program, rtrim(t.program, replace(t.program, '/', '')), '') AS name,"
		" t.file, NULL AS at, t.line FROM start AS t WHERE t.program LIKE '%/syslogd' OR t.program LIKE "
		"'%/klogd' OR t.program LIKE '%/rsyslogd' OR t.program LIKE '%/syslog-ng' OR t.program LIKE '%/logd'"
		" OR t.program LIKE '%/auditd' OR t.program LIKE '%/systemd-journald' GROUP BY 1" },
	{ "telemetry", "programs that report what the product does",
		"SELECT 'reports of ' || replace(t.program, rtrim(t.program, replace(t.program, '/', '')), '') AS name,"
		" 'telemetry' AS class, 1 AS at_service, t.file, NULL AS at, t.line FROM start AS t"
		" WHERE t.program LIKE '%/collectd' OR t.program LIKE '%/telegraf' OR t.program LIKE '%/netdata'"
		" OR t.program LIKE '%/fluent-bit' OR t.program LIKE '%/statsd' OR t.program LIKE '%/cwmpd' GROUP BY "
		"1" },
	{ "telemetry", "addresses that reports go to",
		"SELECT 'reports to ' || m.value AS name, 'telemetry' AS class, 1 AS at_service, m.file, m.at"
		" FROM mention AS m WHERE m.kind IN ('url', 'host') AND (m.value LIKE '%telemetry%' OR m.value LIKE "
		"'%analytics%' OR m.value LIKE '%sentry.io%' OR m.value LIKE '%crashlytics%') GROUP BY m.value" },
	{ "sensors", "drivers and programs of sensors",
		"SELECT r.name, f.id AS file FROM (SELECT 'camera' AS name, '%/drivers/media/%' AS path UNION ALL"
		" SELECT 'microphone', '%/sound/usb/%' UNION ALL SELECT 'measuring sensors', '%/drivers/iio/%') AS r"
		" JOIN file AS f ON f.path LIKE r.path AND f.name LIKE '%.ko%' GROUP BY r.name"
		" UNION ALL SELECT 'camera', t.file FROM start AS t WHERE t.program LIKE '%/motion' OR t.program LIKE "
		"'%/mjpg_streamer' OR t.program LIKE '%rtsp%'" },
	{ "data", "pictures that a camera takes",
		"SELECT 'pictures of the camera' AS name, 'personal' AS class, t.file, NULL AS at, t.line FROM start "
		"AS "
		"t WHERE t.program LIKE '%/motion' OR t.program LIKE '%/mjpg_streamer' OR t.program LIKE '%rtsp%' "
		"LIMIT 1" },
	{ "deletions", "programs that set the product back",
		"SELECT 'reset by ' || f.name AS name, f.id AS file FROM file AS f WHERE f.type IN ('file', 'link')"
		" AND (f.name IN ('firstboot', 'jffs2reset') OR replace(f.name, '-', '_') LIKE '%factory_reset%' OR"
		" replace(f.name, '-', '_') LIKE 'restore_defaults%') GROUP BY f.name" },
	{ "resilience", "watchdogs",
		"SELECT 'watchdog' AS name, t.file, NULL AS at, t.line FROM start AS t WHERE t.program LIKE "
		"'%watchdog%' GROUP BY 1" },
	{ "privilege_controls", "programs that run with less than all rights",
		"SELECT replace(t.program, rtrim(t.program, replace(t.program, '/', '')), '') || ' without rights of "
		"root' AS name, t.file, NULL AS at, t.line FROM start AS t WHERE t.user IS NOT NULL AND t.user NOT IN "
		"('root', '0') OR t.confined = 1 GROUP BY 1" },
	{ "memory_controls", "programs that are built with protection",
		"SELECT 'memory that cannot be run' AS name, f.id AS file FROM binary AS b JOIN file AS f ON f.id = "
		"b.file WHERE b.nx = 1 AND NOT EXISTS (SELECT 1 FROM binary AS o WHERE coalesce(o.nx, 0) = 0) GROUP BY "
		"1 UNION ALL SELECT 'programs at changing addresses', f.id FROM binary AS b JOIN file AS f ON f.id = "
		"b.file WHERE b.pie = 1 AND NOT EXISTS (SELECT 1 FROM binary AS o WHERE o.kind = 'program' AND "
		"coalesce(o.pie, 0) = 0) GROUP BY 1" },
	{ 0 },
};
