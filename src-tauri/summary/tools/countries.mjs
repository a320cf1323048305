// Writes locales/<language>/countries.ftl (countries and languages) from the CLDR data that Node carries.
// Run from the repository's root: node src-tauri/summary/tools/countries.mjs en fr
import { writeFileSync } from "node:fs";

// ISO 3166-1 alpha-2, and three codes that postal services use beside it (AC, TA, XK).
const codes = `
AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG
EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR
HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR
LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE
SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.trim().split(/\s+/);

// Languages that announcements and e-mails may be in.
const languages = `
ar bg ca cs da de el en es et eu fi fr ga gl he hi hr hu id is it ja ka kk ko lt lv ms mt nb nl no
pl pt ro ru sk sl sr sv th tr uk vi zh`.trim().split(/\s+/);

for (const language of process.argv.slice(2)) {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const lines = codes.map((code) => {
    const name = names.of(code);
    if (!name) throw new Error(`${language} has no name for ${code}`);
    return `country-${code} = ${name}`;
  });
  const tongues = new Intl.DisplayNames([language], { type: "language", fallback: "none" });
  lines.push("", "## Languages by ISO 639-1 code", "");
  lines.push(...languages.map((code) => `language-${code} = ${tongues.of(code)}`));
  const head = "### Countries, regions and languages, from CLDR (see summary/tools/countries.mjs).";
  const first = "## Countries and regions by ISO 3166-1 code";
  writeFileSync(`locales/${language}/countries.ftl`, `${[head, "", first, "", ...lines].join("\n")}\n`);
}
