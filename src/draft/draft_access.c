/* Who may come in: accounts, and what proves who somebody is. */
#include "draft/propose.h"

/* Programs that let in over a network who gives the password of an account. */
#define REMOTE_LOGINS "('dropbear', 'sshd', 'telnetd', 'utelnetd', 'in.telnetd', 'rlogind', 'ftpd', 'vsftpd')"

const struct proposer access_proposers[] = {
	{ "accounts", "accounts of the image",
		"SELECT 'account ' || e.name AS name, e.id AS observed, a.uid, a.can_login, a.privileged, a.password,"
		" a.scheme, a.shell, a.home, e.file, e.at, e.line"
		" FROM observed AS e JOIN account AS a ON a.entity = e.id" },
	{ "auth_mechanisms", "accounts that a password opens",
		"SELECT 'password of ' || e.name AS name, 'user' AS subject, 'password' AS factor, 1 AS factors,"
		" iif(a.password = 'known', 'factory-shared', NULL) AS set_by,"
		" iif(EXISTS (SELECT 1 FROM observed AS s WHERE s.kind = 'service' AND s.name IN " REMOTE_LOGINS
		"), 1, NULL) AS over_network, e.file, e.at, e.line"
		" FROM observed AS e JOIN account AS a ON a.entity = e.id"
		" WHERE a.can_login = 1 AND a.password IN ('known', 'hash')" },
	{ "auth_mechanisms", "keys that open an account",
		"SELECT 'SSH keys in ' || f.path AS name, 'user' AS subject, 'key' AS factor, 1 AS factors, 1 AS "
		"over_network, f.id AS file FROM file AS f"
		" WHERE f.name IN ('authorized_keys', 'authorized_keys2') AND f.type = 'file' AND f.size > 0" },
	{ "auth_mechanisms", "logins of web servers",
		"SELECT s.domain || ' login' AS name, 'user' AS subject, 'password' AS factor, 1 AS factors,"
		" 1 AS over_network, 1 AS over_ui, s.file, s.at, s.line FROM setting AS s"
		" WHERE s.file IS NOT NULL AND ((s.domain = 'lighttpd' AND s.key LIKE 'auth.backend%')"
		" OR (s.domain = 'nginx' AND s.key = 'auth_basic' AND s.value <> 'off')) GROUP BY s.domain" },
	{ "auth_mechanisms", "logins of a broker",
		"SELECT iif(s.key = 'password_file', 'MQTT password', 'MQTT client certificate') AS name,"
		" 'machine' AS subject, iif(s.key = 'password_file', 'password', 'certificate') AS factor,"
		" 1 AS factors, 1 AS over_network, s.file, s.at, s.line FROM setting AS s WHERE s.domain = 'mosquitto'"
		" AND (s.key = 'password_file' OR (s.key = 'require_certificate' AND s.value = 'true')) GROUP BY "
		"s.key" },
	{ "auth_mechanisms", "access to a wireless network of the product",
		"SELECT iif(s.value LIKE '%EAP%', 'Wi-Fi network login', 'Wi-Fi network passphrase') AS name,"
		" 'user' AS subject, iif(s.value LIKE '%EAP%', 'certificate', 'password') AS factor, 1 AS factors,"
		" 1 AS over_network, s.file, s.at, s.line FROM setting AS s"
		" WHERE s.domain = 'hostapd' AND s.key = 'wpa_key_mgmt' GROUP BY 1" },
	{ 0 },
};
