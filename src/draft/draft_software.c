/* What the software is made of, how it comes up and is replaced, and which secrets it holds. */
#include "draft/propose.h"

/* Libraries and programs that do cryptography or speak to a network, by name. */
#define SECURITY_PARTS                                                                                                 \
	"('openssl', 'libssl', 'libcrypto', 'mbedtls', 'wolfssl', 'gnutls', 'libgcrypt', 'libsodium', 'dropbear', "    \
	"'openssh', 'openvpn', 'wireguard', 'strongswan', 'wpa_supplicant', 'hostapd', 'dnsmasq', 'lighttpd', "        \
	"'nginx', "                                                                                                    \
	"'mosquitto', 'curl', 'libcurl', 'busybox')"

const struct proposer software_proposers[] = {
	{ "components", "software parts that were found",
		"SELECT e.name, e.id AS observed, c.purl, c.cpe, c.version, c.supplier, c.licence, c.sha256, c.crypto,"
		" c.how, coalesce(e.file, c.file) AS file, e.at, e.line"
		" FROM observed AS e JOIN component AS c ON c.entity = e.id WHERE e.kind = 'component'" },
	{ "components", "what the image of a microcontroller says of itself",
		"SELECT coalesce(p.value, 'firmware of ' || s.domain) AS name, s.value AS version, 'header' AS how,"
		" s.file, s.at, s.line FROM setting AS s LEFT JOIN setting AS p ON p.domain = s.domain AND p.key = "
		"'project' AND p.file IS s.file WHERE s.domain = 'esp' AND s.key = 'version'"
		" UNION ALL SELECT 'ESP-IDF', s.value, 'header', s.file, s.at, s.line FROM setting AS s"
		" WHERE s.domain = 'esp' AND s.key = 'idf-version'" },
	{ "implementations", "parts that do cryptography or speak to a network",
		"SELECT 'implementation by ' || e.name AS name, coalesce(e.file, c.file) AS file, e.at, e.line"
		" FROM observed AS e JOIN component AS c ON c.entity = e.id"
		" WHERE lower(e.name) IN " SECURITY_PARTS " OR c.crypto = 1" },
	{ "update_mechanisms", "tools that install updates",
		"SELECT 'updates by ' || e.name AS name, e.id AS observed,"
		" iif(EXISTS (SELECT 1 FROM setting AS s WHERE s.domain = 'update' AND s.key = 'feed'"
		" AND e.name IN ('opkg', 'apt')), 1, u.over_network) AS over_network,"
		" iif(EXISTS (SELECT 1 FROM start AS t WHERE t.moment = 'timer' AND t.command LIKE '%' || e.name || "
		"'%'), 1, u.automatic) AS automatic, u.verified_by, u.downgrade, e.file, e.at, e.line"
		" FROM observed AS e JOIN update_mechanism AS u ON u.entity = e.id" },
	{ "parameters", "keys and secrets in files",
		"SELECT replace(s.kind, '-', ' ') || ' in ' || coalesce(f.path, 'the image') ||"
		" iif(row_number() OVER w > 1, ' (' || row_number() OVER w || ')', '') AS name,"
		" iif(s.kind = 'public-key', 'public', 'critical') AS class, s.used_by AS purpose, s.algorithm, s.bits,"
		" CASE s.locked WHEN 1 THEN 'encrypted' WHEN 0 THEN 'plain' END AS stored, 1 AS hard_coded,"
		" s.fingerprint, s.file, s.at FROM secret AS s LEFT JOIN file AS f ON f.id = s.file"
		" WHERE s.kind <> 'public-key' OR s.used_by IS NOT NULL WINDOW w AS (PARTITION BY s.kind, f.path ORDER "
		"BY s.at, s.fingerprint)" },
	{ "parameters", "certificates of the product's own",
		"SELECT 'certificate of ' || coalesce(c.subject, 'nobody') || ' in ' || coalesce(f.path, 'the image') "
		"AS name, 'public' AS class, c.algorithm, c.bits, c.fingerprint, c.file, c.at"
		" FROM certificate AS c LEFT JOIN file AS f ON f.id = c.file"
		" WHERE coalesce(c.authority, 0) = 0 OR c.self_signed = 1 AND"
		" EXISTS (SELECT 1 FROM setting AS s WHERE s.value = f.path)" },
	{ "parameters", "certificates of others that are trusted",
		"SELECT 'trusted certificates in ' || coalesce(f.path, 'the image') AS name, 'public' AS class,"
		" 'verifying others' AS purpose, c.file, min(c.at) AS at"
		" FROM certificate AS c LEFT JOIN file AS f ON f.id = c.file WHERE c.authority = 1"
		" AND NOT EXISTS (SELECT 1 FROM setting AS s WHERE s.value = f.path) GROUP BY f.path" },
	{ "parameters", "password fields of accounts",
		"SELECT 'password field of ' || e.name AS name, 'critical' AS class, 'login' AS purpose,"
		" a.scheme AS algorithm, 'hashed' AS stored, 1 AS hard_coded, e.file, e.at, e.line"
		" FROM observed AS e JOIN account AS a ON a.entity = e.id WHERE a.password IN ('known', 'hash')" },
	{ "assets", "secrets that must stay secret",
		"SELECT 'asset: ' || replace(s.kind, '-', ' ') || ' in ' || coalesce(f.path, 'the image') AS name,"
		" 'security' AS class, 1 AS confidential, 1 AS stored, s.file, min(s.at) AS at"
		" FROM secret AS s LEFT JOIN file AS f ON f.id = s.file WHERE s.kind <> 'public-key' GROUP BY s.kind, "
		"f.path" },
	{ "assets", "settings of the network",
		"SELECT 'network settings' AS name, 'network' AS class, 1 AS stored, f.id AS file FROM file AS f"
		" WHERE f.path LIKE '%/etc/config/network' OR f.path LIKE '%/etc/network/interfaces'"
		" OR f.path LIKE '%/etc/wpa_supplicant%.conf' OR f.path LIKE '%/etc/hostapd%.conf'"
		" ORDER BY f.path LIMIT 1" },
	{ "boot", "signatures that the start looks at",
		"SELECT 'signed ' || s.target AS name, 'a signature of the ' || s.target || ' in the image' AS because"
		" FROM signature AS s WHERE s.target IS NOT NULL GROUP BY s.target"
		" UNION ALL SELECT 'verified root file system', 'the kernel has dm-verity' FROM setting AS s"
		" WHERE s.domain = 'kernel' AND s.key IN ('CONFIG_DM_VERITY', 'DM_VERITY') AND s.value = 'y'" },
	{ 0 },
};
