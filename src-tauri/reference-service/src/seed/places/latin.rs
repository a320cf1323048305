//! Places that write in Latin letters, most of them with marks.

use super::{Place, place};

pub(super) const PLACES: &[Place] = &[
    Place {
        cities: &["Sevilla", "Málaga", "Córdoba", "A Coruña"],
        names: &[
            ("Ibáñez", "ibanez"),
            ("Peñalver", "penalver"),
            ("Muñoz", "munoz"),
            ("Azahar", "azahar"),
            ("Güell", "guell"),
            ("Nervión", "nervion"),
            ("Almería", "almeria"),
        ],
        trades: &[
            ("Logística", "logistica"),
            ("y Asociados", "asociados"),
            ("Ingeniería", "ingenieria"),
            ("Viñedos", "vinedos"),
            ("Gestión", "gestion"),
        ],
        forms: &["S.L.", "S.A.", "S.L.U."],
        people: &[
            (("José", "jose"), ("Núñez", "nunez")),
            (("Inés", "ines"), ("García", "garcia")),
        ],
        ..place("ES", "Europe/Madrid")
    },
    Place {
        cities: &["Lyon", "Besançon", "Orléans", "Nîmes"],
        names: &[
            ("Lefèvre", "lefevre"),
            ("Gérard", "gerard"),
            ("Hélianthe", "helianthe"),
            ("Châtaignier", "chataignier"),
            ("Bœuf", "boeuf"),
            ("Maïté", "maite"),
        ],
        trades: &[
            ("Conseil", "conseil"),
            ("Frères", "freres"),
            ("Réseaux", "reseaux"),
            ("Énergie", "energie"),
            ("Pâtisserie", "patisserie"),
        ],
        forms: &["SARL", "SAS", "SA"],
        people: &[
            (("Zoé", "zoe"), ("Lefèvre", "lefevre")),
            (("François", "francois"), ("Béranger", "beranger")),
        ],
        ..place("FR", "Europe/Paris")
    },
    Place {
        cities: &["München", "Köln", "Düsseldorf", "Görlitz"],
        names: &[
            ("Müller", "mueller"),
            ("Weiß", "weiss"),
            ("Schäfer", "schaefer"),
            ("Größ", "groess"),
            ("Königstein", "koenigstein"),
            ("Jäger", "jaeger"),
        ],
        trades: &[
            ("Maschinenbau", "maschinenbau"),
            ("Söhne", "soehne"),
            ("Werkstätten", "werkstaetten"),
            ("Grünanlagen", "gruenanlagen"),
            ("Rückversicherung", "rueckversicherung"),
        ],
        forms: &["GmbH", "AG", "GmbH & Co. KG"],
        people: &[
            (("Jörg", "joerg"), ("Schäfer", "schaefer")),
            (("Ulrike", "ulrike"), ("Weiß", "weiss")),
        ],
        ..place("DE", "Europe/Berlin")
    },
    Place {
        cities: &["Porto", "Évora", "Setúbal"],
        names: &[
            ("Gonçalves", "goncalves"),
            ("Simões", "simoes"),
            ("Mondego", "mondego"),
            ("Conceição", "conceicao"),
            ("Guimarães", "guimaraes"),
        ],
        trades: &[
            ("Construções", "construcoes"),
            ("Irmãos", "irmaos"),
            ("Café", "cafe"),
            ("Informática", "informatica"),
        ],
        forms: &["Lda.", "S.A."],
        people: &[
            (("João", "joao"), ("Simões", "simoes")),
            (("Inês", "ines"), ("Gouveia", "gouveia")),
        ],
        ..place("PT", "Europe/Lisbon")
    },
    Place {
        cities: &["Torino", "Forlì", "Cefalù"],
        names: &[
            ("Nicolò", "nicolo"),
            ("Bellini", "bellini"),
            ("Aventino", "aventino"),
            ("Libertà", "liberta"),
            ("Rossi", "rossi"),
        ],
        trades: &[
            ("Qualità", "qualita"),
            ("Trasporti", "trasporti"),
            ("e Figli", "figli"),
            ("Arredi", "arredi"),
        ],
        forms: &["S.r.l.", "S.p.A."],
        people: &[
            (("Nicolò", "nicolo"), ("Bellini", "bellini")),
            (("Zoè", "zoe"), ("Costa", "costa")),
        ],
        ..place("IT", "Europe/Rome")
    },
    Place {
        cities: &["Łódź", "Gdańsk", "Wrocław"],
        names: &[
            ("Żółkiewski", "zolkiewski"),
            ("Świętokrzyska", "swietokrzyska"),
            ("Łukasiewicz", "lukasiewicz"),
            ("Jarzębina", "jarzebina"),
            ("Wiśniewski", "wisniewski"),
        ],
        trades: &[
            ("Usługi", "uslugi"),
            ("Żegluga", "zegluga"),
            ("Oświetlenie", "oswietlenie"),
            ("Spedycja", "spedycja"),
        ],
        forms: &["sp. z o.o.", "S.A."],
        people: &[
            (("Łukasz", "lukasz"), ("Wiśniewski", "wisniewski")),
            (("Małgorzata", "malgorzata"), ("Ścibor", "scibor")),
        ],
        ..place("PL", "Europe/Warsaw")
    },
    Place {
        cities: &["Plzeň", "Děčín", "Brno"],
        names: &[
            ("Dvořák", "dvorak"),
            ("Říčany", "ricany"),
            ("Šťastný", "stastny"),
            ("Žižka", "zizka"),
        ],
        trades: &[
            ("Strojírny", "strojirny"),
            ("a synové", "synove"),
            ("Pivovar", "pivovar"),
        ],
        forms: &["s.r.o.", "a.s."],
        people: &[
            (("Jiří", "jiri"), ("Dvořák", "dvorak")),
            (("Žofie", "zofie"), ("Říhová", "rihova")),
        ],
        ..place("CZ", "Europe/Prague")
    },
    Place {
        cities: &["Győr", "Székesfehérvár", "Pécs"],
        names: &[
            ("Őrség", "orseg"),
            ("Szűcs", "szucs"),
            ("Kőszegi", "koszegi"),
            ("Hűvös", "huvos"),
        ],
        trades: &[
            ("Gépgyár", "gepgyar"),
            ("Testvérek", "testverek"),
            ("Fűszerek", "fuszerek"),
        ],
        forms: &["Kft.", "Zrt."],
        people: &[
            (("Győző", "gyozo"), ("Szűcs", "szucs")),
            (("Réka", "reka"), ("Tőkés", "tokes")),
        ],
        ..place("HU", "Europe/Budapest")
    },
    Place {
        cities: &["Göteborg", "Malmö", "Växjö"],
        names: &[
            ("Ångström", "angstrom"),
            ("Björk", "bjork"),
            ("Sjöberg", "sjoberg"),
            ("Älvdal", "alvdal"),
        ],
        trades: &[
            ("Skogsbruk", "skogsbruk"),
            ("Rederi", "rederi"),
            ("Möbler", "mobler"),
        ],
        forms: &["AB", "HB"],
        people: &[
            (("Åsa", "asa"), ("Björk", "bjork")),
            (("Göran", "goran"), ("Öberg", "oberg")),
        ],
        ..place("SE", "Europe/Stockholm")
    },
    Place {
        cities: &["İstanbul", "Eskişehir", "Muğla"],
        names: &[
            ("Yıldız", "yildiz"),
            ("Gökçe", "gokce"),
            ("Çağlayan", "caglayan"),
            ("Işık", "isik"),
        ],
        trades: &[
            ("Tekstil", "tekstil"),
            ("Gıda", "gida"),
            ("Ulaştırma", "ulastirma"),
        ],
        forms: &["A.Ş.", "Ltd. Şti."],
        people: &[
            (("Ayşe", "ayse"), ("Yıldız", "yildiz")),
            (("Çağrı", "cagri"), ("Öztürk", "ozturk")),
        ],
        ..place("TR", "Europe/Istanbul")
    },
    Place {
        cities: &["Hà Nội", "Đà Nẵng", "Cần Thơ"],
        names: &[
            ("Phượng", "phuong"),
            ("Việt Hưng", "viet-hung"),
            ("Đồng Tâm", "dong-tam"),
        ],
        trades: &[
            ("Thủy Sản", "thuy-san"),
            ("Vận Tải", "van-tai"),
            ("Cà Phê", "ca-phe"),
        ],
        forms: &["JSC", "TNHH"],
        people: &[
            (("Hương", "huong"), ("Nguyễn", "nguyen")),
            (("Dũng", "dung"), ("Đỗ", "do")),
        ],
        ..place("VN", "Asia/Ho_Chi_Minh")
    },
];
