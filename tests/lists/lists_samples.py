"""Small lists in every format, written by hand about people and bodies that do not exist."""

# ruff: noqa: E501 (rows as long as the formats make them)
from __future__ import annotations

import json

UN = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST dateGenerated="2024-05-01T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>1</DATAID><FIRST_NAME>OTMAR</FIRST_NAME><SECOND_NAME>VELLI</SECOND_NAME><THIRD_NAME/>
      <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>XDi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON>
      <NAME_ORIGINAL_SCRIPT>Отмар Велли</NAME_ORIGINAL_SCRIPT><GENDER>Male</GENDER>
      <COMMENTS1>Seen in the hills.</COMMENTS1><DESIGNATION><VALUE>General</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic Republic of the Congo</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Otmar Weli</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Owl</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><CITY>Goma</CITY><COUNTRY>Democratic Republic of the Congo</COUNTRY></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1971</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1970</TO_YEAR>
      </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Bukavu</CITY><COUNTRY>Rwanda</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>P 4455</NUMBER></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NUMBER>77</NUMBER>
      </INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>2</DATAID><FIRST_NAME>KORVAN AIR LINES (KAL)</FIRST_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
      <REFERENCE_NUMBER>XDe.002</REFERENCE_NUMBER><LISTED_ON>2007-03-29</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Korvan Airways</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Great Korvan</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><STREET>1 Lake Road</STREET><CITY>Gisenyi</CITY><COUNTRY>Rwanda</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""

EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2024-04-02T14:33:03" globalFileId="1">
  <sanctionEntity euReferenceNumber="EU.1.11" logicalId="11" unitedNationId="" designationDetails="">
    <regulation programme="ABC" numberTitle="1/2003 (OJ L1)" publicationDate="2003-07-08" entryIntoForceDate="2003-07-07">
      <publicationUrl>https://example.org/act</publicationUrl></regulation>
    <subjectType code="person" classificationCode="P"/><remark>A remark.</remark>
    <nameAlias firstName="Ludo" middleName="" lastName="Brant-Okeke" wholeName="Ludo Brant-Okeke" function="Minister"
      gender="M" strong="true" nameLanguage="" logicalId="17"/>
    <nameAlias firstName="" lastName="" wholeName="Abu Ludo" strong="false" logicalId="19"/>
    <nameAlias firstName="" lastName="" wholeName="Лудо Брант" nameLanguage="RU" strong="true" logicalId="20"/>
    <citizenship countryIso2Code="IQ" countryDescription="IRAQ"/>
    <birthdate circa="false" birthdate="1937-04-28" dayOfMonth="28" monthOfYear="4" year="1937" city="Mosul"
      countryIso2Code="IQ" countryDescription="IRAQ"/>
    <birthdate circa="true" year="1940" countryIso2Code="00" countryDescription="UNKNOWN"/>
    <identification number="D-12345" identificationTypeCode="passport" countryIso2Code="IQ"/>
    <address city="Mosul" street="3 Old Road" countryIso2Code="IQ" countryDescription="IRAQ"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.2.22" logicalId="22" designationDate="2014-03-17">
    <regulation programme="UKR" numberTitle="2/2014"/><subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Zarya Machine Works" strong="true"/><nameAlias wholeName="Zarya" strong="true"/>
    <identification number="1027700000000" identificationTypeCode="regnumber" countryIso2Code="RU"/>
  </sanctionEntity>
</export>
"""

EU_CSV = """\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_SubjectType_ClassificationCode;\
Entity_Remark;Entity_Regulation_Programme;Entity_Regulation_EntryIntoForceDate;NameAlias_LastName;NameAlias_FirstName;\
NameAlias_MiddleName;NameAlias_WholeName;NameAlias_Gender;NameAlias_Function;Address_City;Address_Street;Address_CountryIso2Code;\
Address_CountryDescription;BirthDate_BirthDate;BirthDate_Year;BirthDate_City;BirthDate_CountryIso2Code;Identification_Number;\
Identification_TypeCode;Citizenship_CountryIso2Code
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;Brant-Okeke;Ludo;;Ludo Brant-Okeke;M;Minister;;;;;;;;;;;
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;;;;Lodo Brant;;;;;;;;;;;;;
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;;;;;;;;;;;1937-04-28;1937;Mosul;IQ;;;
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;;;;;;;Mosul;3 Old Road;IQ;IRAQ;;;;;;;
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;;;;;;;;;;;;;;;D-12345;passport;
02/04/2024;11;EU.1.11;person;P;A remark.;ABC;2003-07-07;;;;;;;;;;;;;;;;;IQ
02/04/2024;22;EU.2.22;enterprise;E;;UKR;2014-03-17;;;;Zarya Machine Works;;;;;;;;;;;;;
"""

CSL_HEAD = (
    "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,"
    "license_requirement,license_policy,call_sign,vessel_type,gross_tonnage,gross_registered_tonnage,vessel_flag,vessel_owner,"
    "remarks,source_list_url,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth,source_information_url,ids"
)
SDN, EL = "Specially Designated Nationals (SDN) - Treasury Department", "Entity List (EL) - Bureau of Industry and Security"
CSL_CSV = f"""{CSL_HEAD}
a1,{SDN},1001,Individual,NPWMD; IFSR,"VELLI, Otmar Jr",,"Goma, CD; Kigali, RW",,,,,,,,,,,,,"(Linked To: KORVAN AIR)",u,\
"WELI, Otmar; OWL",RW,circa 1971; 1968 to 1970,CD,"Bukavu, Rwanda",u,\
"CD, P4455, Passport; Male, Gender; 2013-11-04, D00000898, Passport"
b2,{EL},,,,Tallin Optics Institute (TOI),,"5 Long Street, Beijing, CN; 6 Short Street, Hong Kong, CN",85 FR 1,2020-12-23,,,\
All items,Presumption of denial,,,,,,,,u,Tallin Optical; T. Optics,,,,,u,
c3,{SDN},1003,Vessel,IRAN,SEA OTTER,,,,,,,,,ABCD,Tanker,,,Iran,KORVAN AIR,"Vessel Registration Identification IMO 9187629",u,,,,,,u,\
"Vessel Registration Identification, IMO 9187629"
c3,{SDN},1003,Vessel,SYRIA,SEA OTTER,,,,,,,,,ABCD,Tanker,,,Iran,,,u,RIVER OTTER,,,,,u,
"""

CSL_JSON = json.dumps({
    "total": 2, "sources_used": [],
    "results": [
        {"id": "a1", "source": SDN, "entity_number": 1001, "type": "Individual", "programs": ["NPWMD"], "name": "VELLI, Otmar",
         "alt_names": ["WELI, Otmar"], "citizenships": ["RW"], "nationalities": [], "dates_of_birth": ["1971-02-03"],
         "places_of_birth": ["Bukavu, Rwanda"], "title": None, "start_date": None, "remarks": None,
         "addresses": [{"address": "1 Lake Road", "city": "Goma", "state": None, "postal_code": "12", "country": "CD"}],
         "ids": [{"type": "Passport", "number": "P4455", "country": "CD"}, {"type": "Gender", "number": "Male", "country": None}]},
        {"id": "b2", "source": EL, "type": None, "name": "Tallin Optics Institute", "alt_names": None, "addresses": [],
         "federal_register_notice": "85 FR 1", "start_date": "2020-12-23", "ids": None},
    ],
})  # fmt: skip

OFAC_SDN = (
    '36,"KORVAN AIRLINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. \'KAL\'; Tax ID No. 7707404272 (Russia)."\r\n'
    '37,"VELLI, Otmar, Jr.","individual","SDGT] [NPWMD","Minister",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 25 Mar 1973; alt. DOB circa 1972; POB Bukavu, Rwanda; nationality Congo, Democratic Republic of the; '
    'Passport P4455 (Rwanda) expires 02 Jul 2010; Gender Male; Linked To: KORVAN AIRLI"\r\n'
    '38,"SEA OTTER","vessel","IRAN",-0- ,"ABCD","Tanker",-0- ,-0- ,"Iran","KORVAN",'
    '"Vessel Registration Identification IMO 9187629; MMSI 572469210."\r\n'
    '39,"EP-XXX","aircraft","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Aircraft Model B747; Aircraft Operator Korvan."\r\n'
    "nonsense,here\r\n\x1a"
)
OFAC_ALT = '36,12,"aka","KORVAN AIRWAYS",-0- \r\n36,13,"fka","GREAT KORVAN",-0- \r\n37,14,"aka","WELI, Otmar",-0- \r\n'
OFAC_ADD = '36,25,"1 Lake Road","Havana","Cuba",-0- \r\n37,26,-0- ,"Goma","Congo, Democratic Republic of the",-0- \r\n'
OFAC_COMMENTS = '37,"NES."\r\n'

OFSI = """Last Updated,17/05/2024
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,Non-Latin Script Type,Non-Latin Script Language,DOB,\
Town of Birth,Country of Birth,Nationality,Passport Number,Passport Details,National Identification Number,\
National Identification Details,Position,Address 1,Address 2,Address 3,Address 4,Address 5,Address 6,Post/Zip Code,Country,\
Other Information,Group Type,Alias Type,Alias Quality,Regime,Listed On,UK Sanctions List Date Designated,Last Updated,Group ID
VELLI,Otmar,,,,,General,Отмар Велли,Cyrillic,Russian,00/00/1971,Bukavu,Rwanda,(1) Rwanda (2) Burundi,(1) P4455 (2) P4466,,,,,\
Goma,,,,,,,Democratic Republic of the Congo,A note.,Individual,Primary name,,Congo,31/12/2012,,17/05/2024,8001
WELI,Otmar,,,,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,Good quality,Congo,31/12/2012,,17/05/2024,8001
OWL,,,,,,,,,,,,,,,,,,,,,,,,,,,,Individual,AKA,Low quality,Congo,31/12/2012,,17/05/2024,8001
KORVAN AIRLINES,,,,,,,,,,,,,,,,,,,1 Lake Road,,,,,,,Rwanda,,Entity,Primary name,,Congo,31/12/2012,,17/05/2024,8002
NO GROUP,,,,,,,,,,,,,,,,,,,,,,,,,,,,Entity,Primary name,,Congo,31/12/2012,,17/05/2024,
"""

UKSL = """Report Date: 17-May-2024
Last Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,Title,\
Name non-latin script,Regime Name,Designation Type,Sanctions Imposed,Other Information,Address Line 1,Address Country,Date Designated,\
D.O.B,Nationality(/ies),Passport number,Position,Gender,IMO number,Current believed flag of ship,Business registration number (s)
17/05/2024,DRC0001,8001,,VELLI,Otmar,,,,,Primary Name,,General,,Congo,Individual,Asset freeze,,Goma,Rwanda,31/12/2012,03/02/1971,\
Rwanda,P4455,,Male,,,
17/05/2024,DRC0001,8001,,OWL,,,,,,Alias,Weak,,,Congo,Individual,Asset freeze,,,,31/12/2012,,,,,,,,
17/05/2024,RUS0002,9,,SEA OTTER,,,,,,Primary Name,,,,Russia,Ship,Ban,,,,24/02/2022,,,,,,9187629,Panama,
"""

DENIED = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t"Standard_Order"\t'
    '"Last_Update"\t"Action"\t"FR_Citation"\n'
    '"OTMAR VELLI"\t"1 LAKE ROAD"\t"OGDEN"\t"UT"\t"US"\t"84401"\t"06/19/2003"\t"06/29/2056"\t"Y"\t"2021-01-31"\t"NOTICE"\t"68 F.R. 1"\n'
    '"OTMAR VELLI"\t"2 HILL ROAD"\t"DUBAI"\t""\t"AE"\t""\t"06/19/2003"\t"06/29/2056"\t"Y"\t"3021-02-01"\t"NOTICE"\t"68 F.R. 1"\n'
    '"KORVAN TRADING LTD."\t"3 DOCK"\t"TALLINN"\t""\t"EE"\t""\t"02/03/2020"\t"02/03/2030"\t"Y"\t"2021-03-01"\t"NEW"\t"85 F.R. 2"\n'
)

FTM_FLAT = "\n".join(json.dumps(item) for item in (
    {"id": "p1", "schema": "Person", "caption": "Otmar Velli", "target": True, "last_seen": "2024-05-01T00:00:00",
     "properties": {"name": ["Otmar Welli", "Otmar Velli"], "weakAlias": ["Owl"], "birthDate": ["1971"], "nationality": ["cd"],
                    "topics": ["sanction"], "addressEntity": ["addr1"]}},
    {"id": "addr1", "schema": "Address", "properties": {"full": ["1 Lake Road, Goma"], "country": ["cd"]}},
    {"id": "s1", "schema": "Sanction", "properties": {"entity": ["p1"], "program": ["Congo"], "listingDate": ["2012-12-31"]}},
    {"id": "i1", "schema": "Passport", "properties": {"holder": ["p1"], "number": ["P4455"]}},
    {"id": "o1", "schema": "Company", "target": True, "caption": "Korvan Airlines",
     "properties": {"name": ["Korvan Airlines"], "previousName": ["Great Korvan"], "registrationNumber": ["77"]}},
    {"id": "own1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["o1"], "role": ["founder"]}},
    {"id": "x1", "schema": "Person", "target": False, "properties": {"name": ["A Bystander"]}},
    {"id": "x2", "schema": "Person", "target": False, "properties": {"name": ["A Relative"], "topics": ["role.rca"]}},
)) + '\n{"id": "broken"\n[1]\n'  # fmt: skip

FTM_NESTED = json.dumps({
    "id": "p1", "schema": "Person", "caption": "Otmar Velli", "target": True,
    "properties": {
        "name": ["Otmar Velli"], "topics": ["sanction"],
        "addressEntity": [{"id": "a", "schema": "Address", "properties": {"full": ["1 Lake Road"], "country": ["cd"]}}],
        "sanctions": [{"id": "s", "schema": "Sanction", "properties": {"entity": ["p1"], "program": ["Congo"]}}],
        "identification": [{"id": "i", "schema": "Identification", "properties": {"holder": ["p1"], "number": ["ID9"]}}],
        "ownershipOwner": [{"id": "o", "schema": "Ownership", "properties": {
            "owner": ["p1"], "asset": [{"id": "c", "schema": "Company", "caption": "Korvan Airlines", "properties": {}}]}}],
    },
})  # fmt: skip

PARTNERS = """Nr;Firma;Land;Alias
1;Korvan Airlines GmbH;Germany;"KAL; Korvan"
2;Zarya Machine Works;Russia;
2;Zarya Works;;
3;;France;
"""
