//! Places that write in other scripts, and English, Portuguese and French overseas.

use super::{Place, place};

pub(super) const PLACES: &[Place] = &[
    Place {
        cities: &["Θεσσαλονίκη", "Πάτρα", "Ηράκλειο"],
        names: &[
            ("Παπαδόπουλος", "papadopoulos"),
            ("Αιγαίο", "aigaio"),
            ("Ήλιος", "ilios"),
            ("Ελαιώνας", "elaionas"),
        ],
        trades: &[
            ("Ναυτιλιακή", "naftiliaki"),
            ("Τρόφιμα", "trofima"),
            ("Υιοί", "yioi"),
        ],
        forms: &["Α.Ε.", "Ε.Π.Ε."],
        people: &[
            (("Γιώργος", "giorgos"), ("Παπαδόπουλος", "papadopoulos")),
            (("Ελένη", "eleni"), ("Μαυρίδη", "mavridi")),
        ],
        ..place("GR", "Europe/Athens")
    },
    Place {
        cities: &["Пловдив", "Варна", "София"],
        names: &[
            ("Розова долина", "rozova-dolina"),
            ("Балкан", "balkan"),
            ("Щърбов", "shtarbov"),
        ],
        trades: &[
            ("Инженеринг", "inzhenering"),
            ("Транспорт", "transport"),
            ("Мебели", "mebeli"),
        ],
        forms: &["ООД", "АД"],
        people: &[
            (("Юлия", "yuliya"), ("Щърбова", "shtarbova")),
            (("Георги", "georgi"), ("Жеков", "zhekov")),
        ],
        ..place("BG", "Europe/Sofia")
    },
    Place {
        cities: &["Київ", "Львів", "Їжаківка"],
        names: &[
            ("Дніпро", "dnipro"),
            ("Соняшник", "soniashnyk"),
            ("Ґанок", "ganok"),
        ],
        trades: &[
            ("Агро", "agro"),
            ("Зв’язок", "zviazok"),
            ("Будівництво", "budivnytstvo"),
        ],
        forms: &["ТОВ", "АТ"],
        form_first: true,
        people: &[
            (("Євген", "yevhen"), ("Їжакевич", "yizhakevych")),
            (("Ганна", "hanna"), ("Коваль", "koval")),
        ],
        ..place("UA", "Europe/Kyiv")
    },
    Place {
        cities: &["თბილისი", "ქუთაისი", "ბათუმი"],
        names: &[
            ("იმედი", "imedi"),
            ("კოლხეთი", "kolkheti"),
            ("მზიური", "mziuri"),
        ],
        trades: &[
            ("ღვინო", "ghvino"),
            ("მშენებლობა", "mshenebloba"),
            ("ლოგისტიკა", "logistika"),
        ],
        forms: &["შპს", "სს"],
        form_first: true,
        people: &[
            (("ნინო", "nino"), ("ბერიძე", "beridze")),
            (("გიორგი", "giorgi"), ("კაპანაძე", "kapanadze")),
        ],
        ..place("GE", "Asia/Tbilisi")
    },
    Place {
        cities: &["الرياض", "جدة", "الدمام"],
        names: &[
            ("النخيل", "nakheel"),
            ("الواحة", "waha"),
            ("نجد", "najd"),
            ("الريان", "rayyan"),
        ],
        trades: &[
            ("للتجارة", "trading"),
            ("للمقاولات", "contracting"),
            ("للاتصالات", "telecom"),
        ],
        forms: &["ش.م.م", "القابضة"],
        people: &[
            (("فاطمة", "fatima"), ("الحربي", "alharbi")),
            (("خالد", "khalid"), ("العتيبي", "alotaibi")),
        ],
        ..place("SA", "Asia/Riyadh")
    },
    Place {
        cities: &["תל אביב", "חיפה", "באר שבע"],
        names: &[("גלבוע", "gilboa"), ("ארזים", "arazim"), ("שקד", "shaked")],
        trades: &[
            ("הנדסה", "handasa"),
            ("תקשורת", "tikshoret"),
            ("ובניו", "sons"),
        ],
        forms: &["בע״מ"],
        people: &[
            (("נועה", "noa"), ("לוי", "levi")),
            (("יוסי", "yossi"), ("שקד", "shaked")),
        ],
        ..place("IL", "Asia/Jerusalem")
    },
    Place {
        cities: &["กรุงเทพฯ", "เชียงใหม่", "ภูเก็ต"],
        names: &[
            ("สยาม", "siam"),
            ("ช้างเผือก", "chang-phueak"),
            ("ลุ่มน้ำ", "lum-nam"),
        ],
        trades: &[
            ("ขนส่ง", "khonsong"),
            ("อาหาร", "ahan"),
            ("ก่อสร้าง", "kosang"),
        ],
        forms: &["จำกัด", "จำกัด (มหาชน)"],
        people: &[
            (("สมชาย", "somchai"), ("วงศ์ดี", "wongdee")),
            (("กัญญา", "kanya"), ("ศรีสุข", "srisuk")),
        ],
        ..place("TH", "Asia/Bangkok")
    },
    Place {
        cities: &["東京", "大阪", "札幌"],
        names: &[
            ("桜井", "sakurai"),
            ("富士見", "fujimi"),
            ("さくら", "sakura"),
            ("ミナト", "minato"),
        ],
        trades: &[
            ("工業", "kogyo"),
            ("商事", "shoji"),
            ("システム", "system"),
            ("物流", "butsuryu"),
        ],
        forms: &["株式会社", "有限会社"],
        form_first: true,
        people: &[
            (("美咲", "misaki"), ("桜井", "sakurai")),
            (("健", "ken"), ("渡邉", "watanabe")),
        ],
        ..place("JP", "Asia/Tokyo")
    },
    Place {
        cities: &["上海市", "深圳市", "成都市"],
        names: &[
            ("长江", "changjiang"),
            ("华龙", "hualong"),
            ("青竹", "qingzhu"),
        ],
        trades: &[("科技", "keji"), ("物流", "wuliu"), ("电子", "dianzi")],
        forms: &["有限公司", "股份有限公司"],
        people: &[
            (("伟", "wei"), ("张", "zhang")),
            (("秀英", "xiuying"), ("欧阳", "ouyang")),
        ],
        ..place("CN", "Asia/Shanghai")
    },
    Place {
        cities: &["서울", "부산", "대전"],
        names: &[
            ("한빛", "hanbit"),
            ("무궁화", "mugunghwa"),
            ("새벽", "saebyeok"),
        ],
        trades: &[("전자", "jeonja"), ("건설", "geonseol"), ("물류", "mullyu")],
        forms: &["주식회사", "유한회사"],
        form_first: true,
        people: &[
            (("서연", "seoyeon"), ("김", "kim")),
            (("지훈", "jihoon"), ("박", "park")),
        ],
        ..place("KR", "Asia/Seoul")
    },
    Place {
        cities: &["मुंबई", "पुणे", "Bengaluru"],
        names: &[
            ("आकाश", "aakash"),
            ("Chakravarty", "chakravarty"),
            ("सूर्य", "surya"),
        ],
        trades: &[
            ("उद्योग", "udyog"),
            ("Textiles", "textiles"),
            ("Infotech", "infotech"),
        ],
        forms: &["Pvt. Ltd.", "LLP"],
        people: &[
            (("प्रिया", "priya"), ("शर्मा", "sharma")),
            (("Arjun", "arjun"), ("Iyer", "iyer")),
        ],
        ..place("IN", "Asia/Kolkata")
    },
    Place {
        cities: &["Austin", "Coeur d’Alene", "Española"],
        names: &[
            ("Lakeview", "lakeview"),
            ("O’Brien", "obrien"),
            ("Tri-County", "tri-county"),
            ("Peña Ridge", "pena-ridge"),
            ("Bluebonnet", "bluebonnet"),
        ],
        trades: &[
            ("Foods", "foods"),
            ("& Sons", "sons"),
            ("Freight", "freight"),
            ("Dental", "dental"),
            ("Roofing", "roofing"),
        ],
        forms: &["Inc.", "LLC", "Corp."],
        people: &[
            (("Siobhán", "siobhan"), ("O’Brien", "obrien")),
            (("DeShawn", "deshawn"), ("Peña", "pena")),
        ],
        ..place("US", "America/Chicago")
    },
    Place {
        cities: &["Leeds", "Cardiff", "Stow-on-the-Wold"],
        names: &[
            ("Ffestiniog", "ffestiniog"),
            ("Harrow & Pike", "harrow-pike"),
            ("Moorside", "moorside"),
        ],
        trades: &[
            ("Bakeries", "bakeries"),
            ("Surveyors", "surveyors"),
            ("Haulage", "haulage"),
        ],
        forms: &["Ltd", "PLC"],
        people: &[
            (("Niamh", "niamh"), ("Pike", "pike")),
            (("Llŷr", "llyr"), ("Gruffydd", "gruffydd")),
        ],
        ..place("GB", "Europe/London")
    },
    Place {
        cities: &["São Paulo", "Goiânia", "Maceió"],
        names: &[
            ("Ipê Amarelo", "ipe-amarelo"),
            ("Araçá", "araca"),
            ("São Jorge", "sao-jorge"),
        ],
        trades: &[
            ("Alimentos", "alimentos"),
            ("Soluções", "solucoes"),
            ("Mineração", "mineracao"),
        ],
        forms: &["Ltda.", "S.A."],
        people: &[
            (("Antônio", "antonio"), ("Araújo", "araujo")),
            (("Conceição", "conceicao"), ("Leão", "leao")),
        ],
        ..place("BR", "America/Sao_Paulo")
    },
    Place {
        cities: &["Montréal", "Québec", "Trois-Rivières"],
        names: &[
            ("Érablière", "erabliere"),
            ("Harfang", "harfang"),
            ("Laurentides", "laurentides"),
        ],
        trades: &[
            ("Forêt", "foret"),
            ("Télécom", "telecom"),
            ("Pêcheries", "pecheries"),
        ],
        forms: &["inc.", "ltée"],
        people: &[
            (("Maëlle", "maelle"), ("Côté", "cote")),
            (("Benoît", "benoit"), ("Lévesque", "levesque")),
        ],
        ..place("CA", "America/Toronto")
    },
];
