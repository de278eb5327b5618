/* How the product is reached, and how it reaches others: services, channels with their algorithms, interfaces. */
#include "draft/propose.h"

/* Several settings of one channel: the first place stands for all of them. */
const struct proposer network_proposers[] = {
	{ "services", "services that are started",
		"SELECT e.name || coalesce(' ' || s.transport || '/' || s.port, ' service') AS name, e.id AS observed,"
		" s.transport, s.port, s.protocol, s.scope, s.enabled, s.configures, s.needs_login, e.file, e.at, "
		"e.line"
		" FROM observed AS e JOIN service AS s ON s.entity = e.id WHERE e.kind = 'service'" },
	{ "channels", "shells over a network",
		"SELECT 'channel of ' || e.name AS name, s.protocol, 'user' AS peer,"
		" iif(s.protocol = 'ssh', 1, 0) AS confidential, iif(s.protocol = 'ssh', 1, 0) AS integral,"
		" iif(s.protocol = 'ssh', 1, 0) AS authentic, iif(s.protocol = 'ssh', 'protocol=SSH 2', NULL) AS "
		"crypto, e.file, e.at, e.line"
		" FROM observed AS e JOIN service AS s ON s.entity = e.id"
		" WHERE s.protocol IN ('ssh', 'telnet', 'rlogin', 'rsh') GROUP BY e.name" },
	{ "channels", "web servers",
		"SELECT 'web of ' || e.name || coalesce(' tcp/' || s.port, '') AS name, s.protocol, 'user' AS peer,"
		" iif(s.protocol = 'http', 0, NULL) AS confidential, iif(s.protocol = 'http', 0, NULL) AS integral,"
		" iif(s.protocol = 'http', 0, NULL) AS authentic,"
		" iif(s.protocol = 'https', (SELECT group_concat(CASE WHEN t.key LIKE '%cipher%' THEN 'cipher=' ||"
		" t.value ELSE 'protocol=TLS (' || t.value || ')' END, ';') FROM setting AS t WHERE t.domain = e.name"
		" AND (t.key LIKE '%cipher%list%' OR t.key IN ('ssl_protocols', 'ssl_ciphers',"
		" 'ssl.openssl.ssl-conf-cmd'))), NULL) AS crypto, e.file, e.at, e.line"
		" FROM observed AS e JOIN service AS s ON s.entity = e.id WHERE s.protocol IN ('http', 'https')" },
	{ "channels", "brokers",
		"SELECT 'MQTT' || coalesce(' ' || s.condition, '') AS name, 'mqtt' AS protocol, 'device' AS peer,"
		" iif(max(s.key IN ('cafile', 'certfile', 'keyfile', 'psk_hint')), 1, NULL) AS confidential,"
		" group_concat(iif(s.key IN ('tls_version', 'ciphers'), iif(s.key = 'ciphers', 'cipher=', "
		"'protocol=TLS "
		"') || s.value, NULL), ';') AS crypto, s.file, s.at, min(s.line) AS line"
		" FROM setting AS s WHERE s.domain = 'mosquitto' AND s.file IS NOT NULL AND s.condition IS NOT NULL"
		" GROUP BY s.condition" },
	{ "channels", "bridges to other brokers",
		"SELECT 'MQTT bridge to ' || s.value AS name, 'mqtt' AS protocol, 'service' AS peer, s.file, s.at,"
		" s.line FROM setting AS s WHERE s.domain = 'mosquitto' AND s.key IN ('address', 'addresses')" },
	{ "channels", "Wi-Fi",
		"SELECT CASE s.domain WHEN 'hostapd' THEN 'Wi-Fi access point' ELSE 'Wi-Fi client' END AS name,"
		" 'wi-fi' AS protocol, CASE s.domain WHEN 'hostapd' THEN 'device' ELSE 'network' END AS peer,"
		" iif(max(s.value LIKE '%PSK%' OR s.value LIKE '%SAE%' OR s.value LIKE '%EAP%'), 1, NULL) AS "
		"confidential, group_concat(CASE WHEN s.key LIKE '%pairwise' OR s.key = 'pairwise' THEN 'cipher=' || "
		"s.value WHEN s.key = 'wpa_key_mgmt' OR s.key = 'key_mgmt' THEN 'protocol=' || s.value END, ';') AS "
		"crypto, s.file, min(s.at) AS at, min(s.line) AS line"
		" FROM setting AS s WHERE s.domain IN ('hostapd', 'wpa_supplicant') AND s.file IS NOT NULL"
		" GROUP BY s.domain" },
	{ "channels", "VPNs",
		"SELECT 'WireGuard ' || f.name AS name, 'wireguard' AS protocol, 1 AS confidential, 1 AS integral,"
		" 1 AS authentic, 1 AS fresh, 'cipher=ChaCha20-Poly1305;key-exchange=X25519' AS crypto, f.id AS file"
		" FROM file AS f WHERE f.path LIKE '%/etc/wireguard/%.conf' AND f.type = 'file'"
		" UNION ALL SELECT 'OpenVPN ' || f.name, 'openvpn', 1, 1, 1, 1, NULL, f.id FROM file AS f"
		" WHERE f.path LIKE '%/etc/openvpn/%' AND (f.name LIKE '%.conf' OR f.name LIKE '%.ovpn') AND f.type = "
		"'file' UNION ALL SELECT 'IPsec ' || f.name, 'ipsec', 1, 1, 1, 1, NULL, f.id FROM file AS f"
		" WHERE f.name IN ('ipsec.conf', 'swanctl.conf') AND f.type = 'file' AND f.size > 0" },
	{ "channels", "clocks, names and mail of the network",
		"SELECT e.name || ' traffic' AS name, s.protocol, 'service' AS peer, e.file, e.at, e.line"
		" FROM observed AS e JOIN service AS s ON s.entity = e.id"
		" WHERE s.protocol IN ('ntp', 'snmp', 'cwmp', 'onvif', 'rtsp', 'upnp', 'smb', 'ftp', 'tftp')"
		" GROUP BY e.name" },
	{ "interfaces", "radios that settings name",
		"SELECT s.value AS name, 'air' AS layer, 1 AS takes_input, s.file, s.at, s.line FROM setting AS s"
		" WHERE s.domain IN ('hostapd', 'wpa_supplicant') AND s.key = 'interface' GROUP BY s.value" },
	{ "interfaces", "radios that programs serve",
		"SELECT r.name, 'air' AS layer, r.remote, st.file, NULL AS at, st.line FROM ("
		" SELECT 'Wi-Fi' AS name, '/wpa_supplicant' AS program, NULL AS remote UNION ALL"
		" SELECT 'Bluetooth', '/bluetoothd', 0 UNION ALL SELECT 'Bluetooth', '/hciattach', 0 UNION ALL"
		" SELECT 'cellular modem', '/ModemManager', 1 UNION ALL SELECT 'cellular modem', '/uqmi', 1 UNION ALL"
		" SELECT 'Zigbee', '/zigbee2mqtt', 0 UNION ALL SELECT 'Thread', '/otbr-agent', 0) AS r"
		" JOIN start AS st ON st.program LIKE '%' || r.program GROUP BY r.name" },
	{ "interfaces", "radios of the device tree and of drivers",
		"SELECT r.name, 'air' AS layer, f.id AS file FROM (SELECT 'Bluetooth' AS name, '%/drivers/bluetooth/%' "
		"AS path UNION ALL SELECT 'Wi-Fi', '%/drivers/net/wireless/%' UNION ALL"
		" SELECT 'IEEE 802.15.4 radio', '%/drivers/net/ieee802154/%') AS r"
		" JOIN file AS f ON f.path LIKE r.path AND f.name LIKE '%.ko%' GROUP BY r.name"
		" UNION ALL SELECT 'radio ' || s.value, 'air', s.file FROM setting AS s WHERE s.domain = 'fdt'"
		" AND s.key = 'compatible' AND (s.value LIKE '%wifi%' OR s.value LIKE '%wmac%' OR s.value LIKE "
		"'%bluetooth%' OR s.value LIKE '%lora%' OR s.value LIKE '%nfc%') GROUP BY s.value" },
	{ "interfaces", "consoles",
		"SELECT 'serial console ' || s.value AS name, 'physical' AS layer, 1 AS enabled, 1 AS takes_input,"
		" s.file, s.at, s.line FROM setting AS s WHERE s.domain = 'inittab' AND s.value LIKE 'tty%'"
		" GROUP BY s.value" },
	{ "interfaces", "chips with a radio",
		"SELECT 'radio of ' || s.value AS name, 'air' AS layer, s.file, s.at, s.line FROM setting AS s"
		" WHERE s.domain = 'esp' AND s.key = 'chip' GROUP BY s.value"
		" UNION ALL SELECT 'Zigbee', 'air', NULL, r.at, NULL FROM region AS r WHERE r.kind = 'zigbee'" },
	{ 0 },
};
