-- The evidence file: one product, one file. doc/facts.md says what each table and column means.
-- Comments right above a table say what types do not: script/tables-of-schema makes of both what C knows of the tables.
-- Times are UTC text (2026-11-24T10:00:00Z) or dates (2026-11-24); truth values are 0 and 1; NULL means "not known", never "no".
PRAGMA application_id = 1095979840;
PRAGMA user_version = 1;

-- 1. What was looked at, and how far -------------------------------------------------------------------------------------
-- not written by collectors
CREATE TABLE input(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT, sha256 TEXT, size INTEGER, taken TEXT,
  part TEXT NOT NULL DEFAULT 'device' CHECK(part IN ('device','app','service','gateway')),
  unit TEXT,
  state TEXT NOT NULL DEFAULT 'any' CHECK(state IN ('any','factory','initialised','operating','outage','reset')),
  version TEXT);
-- not written by collectors
CREATE TABLE run(
  input INTEGER NOT NULL, collector TEXT NOT NULL, version TEXT, began TEXT, ended TEXT,
  outcome TEXT NOT NULL CHECK(outcome IN ('done','cut','died','late','void','changed','machine')), reason TEXT, at INTEGER, jail TEXT);
CREATE TABLE coverage(
  input INTEGER NOT NULL, class TEXT NOT NULL, state TEXT NOT NULL CHECK(state IN ('full','part','none')),
  reason TEXT, bring TEXT, PRIMARY KEY(class, input)) WITHOUT ROWID;
-- of document: document
CREATE TABLE profile(
  name TEXT PRIMARY KEY, value TEXT, basis TEXT, author TEXT, document INTEGER) WITHOUT ROWID;
-- of file: file
-- of region: region
CREATE TABLE excerpt(
  input INTEGER NOT NULL, file INTEGER, region INTEGER, at INTEGER NOT NULL, line INTEGER, text TEXT NOT NULL);
CREATE INDEX excerpt_place ON excerpt(file, at);

-- 2. What requirements iterate over; declared and observed rows live side by side ------------------------------------------
-- of file: file
CREATE TABLE entity(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
  basis TEXT NOT NULL CHECK(basis IN ('observed','tool','declared','documented','person')),
  input INTEGER NOT NULL, file INTEGER, at INTEGER, line INTEGER);
CREATE INDEX entity_kind ON entity(kind, basis);
CREATE INDEX entity_vulnerability ON entity(name) WHERE kind = 'vulnerability';
-- of entity: subject
-- of entity or 0: object
CREATE TABLE relation(
  subject INTEGER NOT NULL, verb TEXT NOT NULL, object INTEGER NOT NULL, basis TEXT NOT NULL,
  PRIMARY KEY(verb, subject, object)) WITHOUT ROWID;
CREATE INDEX relation_object ON relation(verb, object);
-- of entity: entity
CREATE TABLE field(
  entity INTEGER NOT NULL, name TEXT NOT NULL, value TEXT, PRIMARY KEY(entity, name)) WITHOUT ROWID;
-- of entity or 0: entity
-- of document: document
CREATE TABLE answer(
  question TEXT NOT NULL, entity INTEGER NOT NULL DEFAULT 0, value TEXT, unit TEXT,
  basis TEXT NOT NULL CHECK(basis IN ('declared','documented','person','tested')),
  author TEXT NOT NULL DEFAULT '', answered TEXT, expires TEXT, reason TEXT, document INTEGER,
  PRIMARY KEY(question, entity, author)) WITHOUT ROWID;
-- not written by collectors
CREATE TABLE said(question TEXT NOT NULL, about TEXT NOT NULL, author TEXT NOT NULL, PRIMARY KEY(question, about, author)) WITHOUT ROWID;
CREATE TABLE ics(
  edition TEXT NOT NULL, requirement TEXT NOT NULL, status TEXT, support TEXT, detail TEXT, input INTEGER,
  line INTEGER, PRIMARY KEY(edition, requirement)) WITHOUT ROWID;
-- truth: alone
-- of entity: entity
CREATE TABLE reference(
  entity INTEGER NOT NULL, field TEXT NOT NULL, name TEXT NOT NULL, alone INTEGER, PRIMARY KEY(entity, field, name)) WITHOUT ROWID;
CREATE TABLE unplaced(
  input INTEGER, line INTEGER, kind TEXT CHECK(kind IN ('table','column','row','value','prose','heading','footnote','file')),
  what TEXT, text TEXT, cells INTEGER);
CREATE TABLE reading(
  input INTEGER, tables INTEGER, cells INTEGER, placed INTEGER);
-- truth: enabled configures needs_login
-- of entity: entity
CREATE TABLE service(
  entity INTEGER PRIMARY KEY, transport TEXT, port INTEGER, protocol TEXT,
  scope TEXT CHECK(scope IN ('loopback','lan','internet')), enabled INTEGER, configures INTEGER, needs_login INTEGER,
  purpose TEXT, justification TEXT);
CREATE INDEX service_port ON service(port, transport);
-- truth: enabled debug exposed sensing takes_input remote
-- of entity: entity
CREATE TABLE interface(
  entity INTEGER PRIMARY KEY, layer TEXT CHECK(layer IN ('physical','air','network','logical','user','api')),
  enabled INTEGER, debug INTEGER, exposed INTEGER, needed TEXT CHECK(needed IN ('always','sometimes','never')),
  sensing INTEGER, protection TEXT, takes_input INTEGER, remote INTEGER);
-- truth: can_login privileged
-- of entity: entity
CREATE TABLE account(
  entity INTEGER PRIMARY KEY, uid INTEGER, can_login INTEGER, privileged INTEGER,
  password TEXT CHECK(password IN ('empty','locked','known','hash','none')), scheme TEXT, hash TEXT, shell TEXT, home TEXT);
-- truth: forced skippable over_network over_ui remote changeable
-- of entity: entity
CREATE TABLE auth_mechanism(
  entity INTEGER PRIMARY KEY, subject TEXT CHECK(subject IN ('user','machine')), factor TEXT, factors INTEGER,
  set_by TEXT CHECK(set_by IN ('user','factory-unique','factory-shared','device','authority')),
  forced INTEGER, skippable INTEGER, over_network INTEGER, over_ui INTEGER, remote INTEGER, min_length INTEGER,
  max_attempts INTEGER, lock_seconds INTEGER, changeable INTEGER, generator TEXT);
-- truth: over_network automatic auto_default can_disable can_postpone notifies notify_default notify_optional says_why warns_disruption checks_at_start
-- of entity: entity
CREATE TABLE update_mechanism(
  entity INTEGER PRIMARY KEY, over_network INTEGER, automatic INTEGER, auto_default INTEGER, can_disable INTEGER,
  can_postpone INTEGER, notifies INTEGER, notify_default INTEGER, notify_optional INTEGER, says_why INTEGER,
  warns_disruption INTEGER, checks_at_start INTEGER, check_hours REAL,
  verified_by TEXT CHECK(verified_by IN ('device','service','nobody')), downgrade TEXT CHECK(downgrade IN ('refused','allowed')),
  simple TEXT CHECK(simple IN ('automatic','service','web','other')));
-- truth: confidential integral authentic fresh
-- of entity: entity
CREATE TABLE channel(
  entity INTEGER PRIMARY KEY, protocol TEXT, peer TEXT, scope TEXT, confidential INTEGER, integral INTEGER,
  authentic INTEGER, fresh INTEGER, retry TEXT CHECK(retry IN ('random','fixed','none')));
-- of entity: entity
CREATE TABLE crypto_use(
  entity INTEGER NOT NULL,
  purpose TEXT NOT NULL CHECK(purpose IN ('key-exchange','signature','cipher','hash','mac','kdf','random','protocol')),
  algorithm TEXT NOT NULL, bits INTEGER, basis TEXT NOT NULL, input INTEGER,
  PRIMARY KEY(entity, purpose, algorithm, basis)) WITHOUT ROWID;
-- truth: hard_coded identity per_unit replaced
-- of entity: entity
-- of file: file
CREATE TABLE parameter(
  entity INTEGER PRIMARY KEY, class TEXT CHECK(class IN ('critical','public')), purpose TEXT, algorithm TEXT, bits INTEGER,
  stored TEXT CHECK(stored IN ('plain','encrypted','hashed','hardware','readonly','none')), hard_coded INTEGER,
  identity INTEGER, per_unit INTEGER, generator TEXT, replaced INTEGER, fingerprint TEXT, file INTEGER, at INTEGER);
-- truth: crypto immutable
-- of entity: entity
-- of file: file
CREATE TABLE component(
  entity INTEGER PRIMARY KEY, purl TEXT, cpe TEXT, version TEXT, supplier TEXT, licence TEXT, sha256 TEXT, crypto INTEGER,
  immutable INTEGER, reviewed TEXT, how TEXT, file INTEGER);
-- truth: confidential stored sent reachable
-- of entity: entity
CREATE TABLE asset(
  entity INTEGER PRIMARY KEY, class TEXT CHECK(class IN ('security','network','privacy','financial')), confidential INTEGER,
  stored INTEGER, sent INTEGER, reachable INTEGER);
-- truth: consent withdrawable at_service on_device
-- of entity: entity
CREATE TABLE data(
  entity INTEGER PRIMARY KEY, class TEXT CHECK(class IN ('personal','sensitive','telemetry','user')), purpose TEXT,
  processor TEXT, consent INTEGER, withdrawable INTEGER, at_service INTEGER, on_device INTEGER, keep_days INTEGER);

-- 3. Firmware ----------------------------------------------------------------------------------------------------------
-- of region: parent
CREATE TABLE region(
  id INTEGER PRIMARY KEY, input INTEGER NOT NULL, parent INTEGER, at INTEGER NOT NULL, size INTEGER NOT NULL, kind TEXT NOT NULL,
  name TEXT, unpacked INTEGER, entropy REAL, readable TEXT CHECK(readable IN ('yes','part','empty','encrypted','unknown')));
-- of region: region
CREATE TABLE file(
  id INTEGER PRIMARY KEY, input INTEGER NOT NULL, region INTEGER, path TEXT NOT NULL, name TEXT,
  type TEXT CHECK(type IN ('file','directory','link','character','block','fifo','socket')), mode INTEGER, uid INTEGER, gid INTEGER,
  size INTEGER, at INTEGER, sha256 TEXT, target TEXT, content TEXT);
CREATE INDEX file_name ON file(name);
CREATE INDEX file_path ON file(path);
-- Few files have rights or names that checks look for: a query that says so in the same words reads these alone.
CREATE INDEX file_rights ON file(mode) WHERE mode IS NULL OR mode & 2050;
CREATE INDEX file_copy ON file(name) WHERE name LIKE '%~' OR name LIKE '%.swp';
-- truth: nx pie canary fortify stripped listens
-- of file: file
CREATE TABLE binary(
  file INTEGER PRIMARY KEY, kind TEXT, arch TEXT, nx INTEGER, pie INTEGER, relro TEXT CHECK(relro IN ('none','partial','full')),
  canary INTEGER, fortify INTEGER, stripped INTEGER, listens INTEGER, why TEXT);
-- of file: file
CREATE TABLE symbol(
  file INTEGER NOT NULL, name TEXT NOT NULL, direction TEXT, PRIMARY KEY(name, file)) WITHOUT ROWID;
-- truth: enabled confined
-- of file: file binary
-- of entity: service
CREATE TABLE start(
  input INTEGER, file INTEGER, line INTEGER, program TEXT, moment TEXT, enabled INTEGER, user TEXT, confined INTEGER,
  service INTEGER, binary INTEGER, command TEXT);
-- of file: file
CREATE TABLE setting(
  input INTEGER, file INTEGER, line INTEGER, at INTEGER, domain TEXT, key TEXT, value TEXT, condition TEXT,
  origin TEXT CHECK(origin IN ('command','default')));
CREATE INDEX setting_key ON setting(domain, key);
-- truth: locked
-- of file: file
CREATE TABLE secret(
  input INTEGER, file INTEGER, at INTEGER, kind TEXT, algorithm TEXT, bits INTEGER, locked INTEGER, fingerprint TEXT,
  known TEXT, used_by TEXT);
-- truth: self_signed authority
-- of file: file
CREATE TABLE certificate(
  id INTEGER PRIMARY KEY, input INTEGER, file INTEGER, at INTEGER, fingerprint TEXT, subject TEXT, issuer TEXT, algorithm TEXT,
  bits INTEGER, signed_with TEXT, begins TEXT, ends TEXT, self_signed INTEGER, authority INTEGER);
-- truth: valid enforced
CREATE TABLE signature(
  input INTEGER, at INTEGER, target TEXT CHECK(target IN ('image','kernel','rootfs','bootloader','package')), algorithm TEXT,
  bits INTEGER, hash TEXT, valid INTEGER, key TEXT, enforced INTEGER);
-- of file: file
CREATE TABLE mention(
  file INTEGER, at INTEGER, kind TEXT CHECK(kind IN ('url','host','email','address','software')), value TEXT);

-- 4. Network -----------------------------------------------------------------------------------------------------------
-- truth: outgoing encrypted
-- of entity: channel
CREATE TABLE flow(
  id INTEGER PRIMARY KEY, input INTEGER, began REAL, seconds REAL, local TEXT, peer TEXT, peer_name TEXT, peer_scope TEXT,
  transport TEXT, port INTEGER, outgoing INTEGER, protocol TEXT, packets INTEGER, bytes INTEGER, encrypted INTEGER,
  channel INTEGER, purpose TEXT);
CREATE INDEX flow_port ON flow(port, transport);
-- truth: peer_checked
-- of flow: flow
-- of certificate: certificate
CREATE TABLE tls(
  flow INTEGER PRIMARY KEY, version INTEGER, lowest INTEGER, cipher TEXT, key_group TEXT, sni TEXT, alpn TEXT,
  certificate INTEGER, peer_checked INTEGER);
-- truth: encrypted
CREATE TABLE lookup(
  input INTEGER, at REAL, name TEXT, type TEXT, server TEXT, encrypted INTEGER);
-- of flow: flow
CREATE TABLE exposure(
  input INTEGER, flow INTEGER, at INTEGER, kind TEXT, name TEXT, digest TEXT);
-- truth: before_login needed
-- of entity: service interface
CREATE TABLE disclosure(
  input INTEGER, service INTEGER, interface INTEGER, kind TEXT, value TEXT, before_login INTEGER, needed INTEGER, basis TEXT);

-- 5. Device: everything that was tried, by a probe, a lab or the guard -------------------------------------------------------
-- of entity or 0: entity
-- of document: document
CREATE TABLE trial(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, entity INTEGER NOT NULL DEFAULT 0, input INTEGER, state TEXT, action TEXT,
  result TEXT NOT NULL CHECK(result IN ('held','broke','unclear')), value REAL, unit TEXT, detail TEXT, basis TEXT NOT NULL,
  done TEXT, about TEXT, answer TEXT, author TEXT, document INTEGER, sheet TEXT, line INTEGER);
CREATE INDEX trial_kind ON trial(kind, entity);

-- 6. Papers ------------------------------------------------------------------------------------------------------------
-- truth: plain
CREATE TABLE document(
  id INTEGER PRIMARY KEY, input INTEGER, kind TEXT, url TEXT, language TEXT, published TEXT, fetched TEXT, status INTEGER, gated TEXT,
  plain INTEGER, sha256 TEXT);
-- of document: document
CREATE TABLE statement(
  document INTEGER, at INTEGER, kind TEXT, subject TEXT, value TEXT, unit TEXT, basis TEXT);
CREATE INDEX statement_kind ON statement(kind);
-- of document: document
CREATE TABLE copy(
  document INTEGER PRIMARY KEY, name TEXT, author TEXT, size INTEGER, sha256 TEXT, line INTEGER,
  trouble TEXT CHECK(trouble IN ('missing','link','special','empty','large','two-dates')));

-- 7. Life cycle --------------------------------------------------------------------------------------------------------
CREATE TABLE vulnerability(
  id TEXT PRIMARY KEY, published TEXT, cvss REAL, exploited TEXT, epss REAL) WITHOUT ROWID;
-- of entity: component
CREATE TABLE hit(
  component INTEGER, vulnerability TEXT, confidence TEXT, fixed_in TEXT, PRIMARY KEY(component, vulnerability)) WITHOUT ROWID;
CREATE INDEX hit_vulnerability ON hit(vulnerability);
-- of entity: component
CREATE TABLE vex(
  component INTEGER, vulnerability TEXT, status TEXT, justification TEXT, basis TEXT, author TEXT, made TEXT,
  PRIMARY KEY(component, vulnerability)) WITHOUT ROWID;
-- truth: free reachable is_signed
CREATE TABLE release(
  id INTEGER PRIMARY KEY, version TEXT, published TEXT, kind TEXT, free INTEGER, url TEXT, reachable INTEGER, sha256 TEXT,
  is_signed INTEGER);
-- of release: release
CREATE TABLE fix(
  release INTEGER, vulnerability TEXT, PRIMARY KEY(release, vulnerability)) WITHOUT ROWID;
-- truth: complete
-- of release: release
CREATE TABLE advisory(
  id TEXT PRIMARY KEY, vulnerability TEXT, published TEXT, release INTEGER, format TEXT, url TEXT, complete INTEGER) WITHOUT ROWID;
CREATE INDEX advisory_vulnerability ON advisory(vulnerability COLLATE NOCASE);
-- of document: document
CREATE TABLE event(
  id INTEGER PRIMARY KEY, kind TEXT, about TEXT, happened TEXT, recipient TEXT, document INTEGER);
-- truth: independent
-- of document: document
CREATE TABLE activity(
  practice TEXT, happened TEXT, outcome TEXT, by TEXT, independent INTEGER, document INTEGER, version TEXT);

-- 8. Guard -------------------------------------------------------------------------------------------------------------
-- truth: is_signed
CREATE TABLE policy(
  id INTEGER PRIMARY KEY, input INTEGER, url TEXT, sha256 TEXT, is_signed INTEGER, accepted TEXT);
-- truth: outgoing
-- of policy: policy
CREATE TABLE allowed(
  policy INTEGER, outgoing INTEGER, peer TEXT, transport TEXT, port INTEGER);
CREATE INDEX allowed_peer ON allowed(peer);
-- truth: intact tested
-- of policy: policy
CREATE TABLE enforcement(
  policy INTEGER, began TEXT, ended TEXT, checked TEXT, intact INTEGER, ruleset TEXT, tested INTEGER);
-- truth: outgoing
-- of policy: policy
CREATE TABLE blocked(
  policy INTEGER, happened TEXT, outgoing INTEGER, peer TEXT, transport TEXT, port INTEGER, count INTEGER);

-- 9. What stands beside the evidence: certificates of other schemes, and treatments ------------------------------------------
CREATE TABLE held(
  id INTEGER PRIMARY KEY, scheme TEXT NOT NULL, kind TEXT CHECK(kind IN ('certificate','label','statement')), level TEXT,
  number TEXT, body TEXT, product TEXT, issued TEXT, expires TEXT, url TEXT, sha256 TEXT, author TEXT);
CREATE TABLE treatment(
  id INTEGER PRIMARY KEY, entry INTEGER, catalogue TEXT, requirement TEXT NOT NULL, schemes TEXT,
  kind TEXT CHECK(kind IN ('compensated','waived','not-applicable')), control TEXT, acts TEXT CHECK(acts IN ('network','environment','system')),
  approver TEXT, approved TEXT, justification TEXT, document TEXT, sha256 TEXT, enforcement TEXT, expires TEXT, author TEXT);

-- Views: the populations that checks speak about -----------------------------------------------------------------------------
CREATE VIEW declared AS
  SELECT * FROM entity WHERE basis IN ('declared', 'documented');
CREATE VIEW observed AS
  SELECT * FROM entity WHERE basis IN ('observed', 'tool');
CREATE VIEW counterpart AS
  SELECT subject AS declared, object AS observed FROM relation WHERE verb = 'same-as';
CREATE VIEW subject AS
  SELECT * FROM entity AS e WHERE basis NOT IN ('observed', 'tool')
  UNION ALL
  SELECT * FROM entity AS e WHERE basis IN ('observed', 'tool')
    AND NOT EXISTS (SELECT 1 FROM relation AS r WHERE r.verb = 'same-as' AND r.object = e.id);
CREATE VIEW user_password AS
  SELECT a.*, e.name, e.basis FROM auth_mechanism AS a JOIN entity AS e ON e.id = a.entity WHERE a.factor IN ('password', 'pin');
CREATE VIEW form_cell AS
  SELECT entity, name AS field FROM field WHERE trim(coalesce(value, '')) <> ''
  UNION ALL SELECT entity, 'Authentication Factor' FROM auth_mechanism WHERE coalesce(factor, factors) IS NOT NULL
  UNION ALL SELECT entity, 'Password Generation Mechanism' FROM auth_mechanism WHERE coalesce(generator, set_by) IS NOT NULL
  UNION ALL SELECT entity, 'Brute Force Prevention' FROM auth_mechanism WHERE coalesce(max_attempts, lock_seconds) IS NOT NULL
  UNION ALL SELECT entity, 'Description' FROM component WHERE coalesce(version, supplier, purl) IS NOT NULL
  UNION ALL SELECT object, 'Update Mechanism' FROM relation WHERE verb = 'updates'
  UNION ALL SELECT entity, 'Cryptographic Usage' FROM crypto_use WHERE basis = 'declared'
  UNION ALL SELECT entity, 'Cryptographic Details' FROM crypto_use WHERE basis = 'declared'
  UNION ALL SELECT entity, 'Security Guarantees' FROM update_mechanism WHERE coalesce(verified_by, downgrade) IS NOT NULL
  UNION ALL SELECT entity, 'Initiation and Interaction' FROM update_mechanism WHERE coalesce(automatic, simple) IS NOT NULL
  UNION ALL SELECT entity, 'Configuration' FROM update_mechanism WHERE coalesce(can_disable, can_postpone, notify_optional) IS NOT NULL
  UNION ALL SELECT entity, 'Update Checking' FROM update_mechanism WHERE coalesce(checks_at_start, check_hours) IS NOT NULL
  UNION ALL SELECT entity, 'User Notification' FROM update_mechanism WHERE coalesce(notifies, says_why, warns_disruption) IS NOT NULL
  UNION ALL SELECT entity, 'Description' FROM parameter WHERE purpose IS NOT NULL
  UNION ALL SELECT entity, 'Type' FROM parameter WHERE class IS NOT NULL
  UNION ALL SELECT entity, 'Protection Scheme' FROM parameter WHERE stored IS NOT NULL
  UNION ALL SELECT entity, 'Generation Mechanism' FROM parameter WHERE generator IS NOT NULL
  UNION ALL SELECT subject, 'Communication Mechanisms' FROM relation WHERE verb = 'sent-over'
  UNION ALL SELECT entity, 'Description' FROM channel WHERE coalesce(protocol, peer, scope) IS NOT NULL
  UNION ALL SELECT entity, 'Security Guarantees' FROM channel WHERE coalesce(confidential, integral, authentic, fresh) IS NOT NULL
  UNION ALL SELECT entity, 'Resilience Measures' FROM channel WHERE retry IS NOT NULL
  UNION ALL SELECT entity, 'Description' FROM service WHERE coalesce(protocol, port) IS NOT NULL
  UNION ALL SELECT entity, 'Status' FROM service WHERE enabled IS NOT NULL
  UNION ALL SELECT entity, 'Justification' FROM service WHERE justification IS NOT NULL
  UNION ALL SELECT entity, 'Allows Configuration' FROM service WHERE configures IS NOT NULL
  UNION ALL SELECT object, 'Authentication Mechanism' FROM relation WHERE verb = 'authenticates'
  UNION ALL SELECT entity, 'Type' FROM interface WHERE layer IS NOT NULL
  UNION ALL SELECT entity, 'Status' FROM interface WHERE enabled IS NOT NULL
  UNION ALL SELECT entity, 'Debug Interface' FROM interface WHERE debug IS NOT NULL
  UNION ALL SELECT entity, 'Protection' FROM interface WHERE protection IS NOT NULL
  UNION ALL SELECT entity, 'Processing Activities' FROM data WHERE coalesce(purpose, processor) IS NOT NULL
  UNION ALL SELECT entity, 'Purpose' FROM data WHERE purpose IS NOT NULL
  UNION ALL SELECT entity, 'Lifecycle' FROM data WHERE keep_days IS NOT NULL
  UNION ALL SELECT entity, 'Access' FROM interface WHERE remote IS NOT NULL
  UNION ALL SELECT entity, 'Sensitive' FROM data WHERE class IS NOT NULL
  UNION ALL SELECT entity, 'Obtaining Consent' FROM data WHERE consent IS NOT NULL
  UNION ALL SELECT entity, 'Withdrawing Consent' FROM data WHERE withdrawable IS NOT NULL
  UNION ALL SELECT subject, 'Personal Data' FROM relation WHERE verb = 'holds';
CREATE VIEW flaw AS
  SELECT
    coalesce((SELECT e.id FROM entity AS e WHERE e.kind = 'vulnerability' AND e.name = h.vulnerability
      ORDER BY e.basis <> 'declared', e.id LIMIT 1), h.component) AS entity,
    h.vulnerability, h.component, h.confidence, h.fixed_in,
    NOT EXISTS (SELECT 1 FROM entity AS e WHERE e.kind = 'vulnerability' AND e.name = h.vulnerability AND e.basis <> 'declared')
    AND EXISTS (SELECT 1 FROM entity AS e WHERE e.kind = 'vulnerability' AND e.name = h.vulnerability) AS only_declared
  FROM hit AS h
  UNION ALL
  SELECT min(e.id), e.name, NULL, NULL, NULL, min(e.basis = 'declared') FROM entity AS e
  WHERE e.kind = 'vulnerability' AND NOT EXISTS (SELECT 1 FROM hit AS h WHERE h.vulnerability = e.name) GROUP BY e.name;
CREATE VIEW covered AS
  SELECT class, max(state = 'full') AS whole FROM coverage GROUP BY class;
CREATE VIEW process_record AS
  SELECT r.*, c.name, c.line, d.input,
    CASE
      WHEN r.document IS NULL THEN 'no document of it is in evidence'
      WHEN i.kind IS NULL OR i.kind <> 'practices' THEN 'its document was named, and not brought'
      WHEN c.trouble = 'missing' THEN 'its document is not in the folder'
      WHEN c.trouble = 'link' THEN 'its document is a link, and links are not followed'
      WHEN c.trouble = 'special' THEN 'its document is no file'
      WHEN c.trouble = 'empty' THEN 'its document is empty'
      WHEN c.trouble = 'large' THEN 'its document is larger than we read'
      WHEN c.trouble = 'two-dates' THEN 'the same document stands in the folder with another date'
      WHEN c.sha256 IS NULL THEN 'its document has no digest'
      WHEN r.happened IS NULL THEN 'it bears no date'
    END AS doubt
  FROM (
    SELECT practice, 'record' AS kind, happened, outcome, independent, document FROM activity
    UNION ALL
    SELECT s.subject, s.kind, p.published, NULL, NULL, s.document
    FROM statement AS s JOIN document AS p ON p.id = s.document WHERE s.kind IN ('procedure', 'review', 'measurement', 'threat')) AS r
  LEFT JOIN document AS d ON d.id = r.document
  LEFT JOIN copy AS c ON c.document = d.id
  LEFT JOIN input AS i ON i.id = d.input;
