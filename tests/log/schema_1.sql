BEGIN TRANSACTION;
CREATE TABLE documents (
	hash VARCHAR(64) NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (hash)
);
INSERT INTO "documents" VALUES('0000000000000000000000000000000000000000000000000000000000000000','text');
INSERT INTO "documents" VALUES('cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc','claims');
CREATE TABLE events (
	stream VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	version INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	command_id VARCHAR(128), 
	body TEXT NOT NULL, 
	PRIMARY KEY (stream, position)
);
INSERT INTO "events" VALUES('s0507e13719-session',1,'SessionCreated',1,1900000000000,NULL,'{"actors":[],"at":1900000000000,"claims":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","code":"74XXNC","cut":"full","design":"D2","factors":[],"group_size":3,"pace":"clock","scenario":"0000000000000000000000000000000000000000000000000000000000000000","seed":"seed","session":"s0507e13719","teacher":"T1","timers":true,"title":"The Straits"}');
INSERT INTO "events" VALUES('s0507e13719-session',2,'ParticipantJoined',1,1900000000000,NULL,'{"at":1900000000000,"participant":"pNGT4C"}');
INSERT INTO "events" VALUES('s0507e13719-session',3,'ParticipantJoined',1,1900000000000,NULL,'{"at":1900000000000,"participant":"p3FPY3"}');
INSERT INTO "events" VALUES('s0507e13719-session',4,'ParticipantJoined',1,1900000000000,NULL,'{"at":1900000000000,"participant":"p9CTJC"}');
INSERT INTO "events" VALUES('s0507e13719-session',5,'SeatsDealt',1,1900000000000,NULL,'{"at":1900000000000,"dealt":["pNGT4C","p3FPY3","p9CTJC"],"groups":["s0507e13719-G1"]}');
INSERT INTO "events" VALUES('s0507e13719-G1',1,'GroupOpened',1,1900000000000,NULL,'{"arm":[],"at":1900000000000,"claims":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc","consultation":true,"cut":"full","design":"D2","group":"s0507e13719-G1","nature":{"arrival":[[0.46129750689929494,0.9293592832201895,0.39363417698245584,0.11867660640726885,0.7213453108488095],[0.5652249765386058,0.4391552515953241,0.4456941834118515,0.718411389784193,0.7065764425591744],[0.7791404485232677,0.3642559380132745,0.7916636930506491,0.08496769202227905,0.18275345628026218],[0.2205607603731088,0.12013925562685912,0.22134760284960098,0.6131906372337034,0.39535832369037416],[0.7796349838290767,0.3080548610021663,0.5253050085754732,0.04538398186599513,0.3588838168307147],[0.2680724676591709,0.3775853641648389,0.15184510160490783,0.5145765897175074,0.12029551431882801]],"cards":["restraint","tough","restraint","tough","tough","restraint"],"common":{"attacks":[["A2","A3"],["A1","A3","A5"],["A1","A4","A5"],["A1","A3"],["A1","A3"],["A2","A3"]],"costs":[[2,14,12,12,10],[4,6,18,16,2],[10,12,8,4,10],[6,18,14,16,10],[18,10,10,4,20],[20,2,2,16,16]],"drain":0,"news":[2,-2,0,0,-2,2]},"forecasts":[{"before":true,"luck":0.053243844509457516,"round":4},{"before":false,"luck":0.7869882942355932,"round":1},{"before":true,"luck":0.07808033440601769,"round":4},{"before":false,"luck":0.8279237627242828,"round":2},{"before":true,"luck":0.7866478984845364,"round":1}],"partner":[[true,true,true,true,false],[true,true,false,true,true],[true,true,true,true,true],[true,true,false,true,false],[false,true,false,true,true],[true,true,false,true,true]],"postures":[],"types":["low_periphery","low_core"],"units":[]},"number":1,"patron_kind":"student","rounds":6,"rules_version":1,"scenario":"0000000000000000000000000000000000000000000000000000000000000000","seats":[{"actor":"meridia","bot":null,"distance":null,"holders":["p3FPY3"],"seat":"P"},{"actor":"belmar","bot":null,"distance":"near","holders":["p9CTJC"],"seat":"A1"},{"actor":"arven","bot":null,"distance":"far","holders":["pNGT4C"],"seat":"A2"}],"seed":"seed","session":"s0507e13719","simulated":false}');
INSERT INTO "events" VALUES('s0507e13719-session',6,'PlayBegan',1,1900000000000,NULL,'{"at":1900000000000}');
INSERT INTO "events" VALUES('s0507e13719-G1',2,'StageOpened',1,1900000000000,NULL,'{"at":1900000000000,"deadline":1900000045000,"not_before":1900000000000,"round":1,"stage":"dispatch"}');
INSERT INTO "events" VALUES('s0507e13719-session',7,'SessionEnded',1,1900000000000,NULL,'{"at":1900000000000,"reason":"stopped"}');
INSERT INTO "events" VALUES('s0507e13719-G1',3,'GameEnded',1,1900000000000,NULL,'{"at":1900000000000,"forecasts":[],"reason":"stopped"}');
CREATE TABLE roster (
	session VARCHAR(32) NOT NULL, 
	participant VARCHAR(32) NOT NULL, 
	name VARCHAR(80) NOT NULL, 
	return_number VARCHAR(8) NOT NULL, 
	consent BOOLEAN, 
	joined_at BIGINT NOT NULL, 
	PRIMARY KEY (session, participant)
);
INSERT INTO "roster" VALUES('s0507e13719','pNGT4C','Student 1','07079381',NULL,1900000000000);
INSERT INTO "roster" VALUES('s0507e13719','p3FPY3','Student 2','52358137',NULL,1900000000000);
INSERT INTO "roster" VALUES('s0507e13719','p9CTJC','Ada Lovelace','25921307',1,1900000000000);
CREATE TABLE sessions (
	session VARCHAR(32) NOT NULL, 
	code VARCHAR(12) NOT NULL, 
	created_at BIGINT NOT NULL, 
	PRIMARY KEY (session), 
	UNIQUE (code)
);
INSERT INTO "sessions" VALUES('s0507e13719','74XXNC',1900000000000);
CREATE TABLE settings (
	"key" VARCHAR(40) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "settings" VALUES('schema_version','1');
INSERT INTO "settings" VALUES('alive_at','1900000000000');
COMMIT;
