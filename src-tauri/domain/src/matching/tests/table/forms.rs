//! Legal forms: how a company is registered is not who it is.

use super::*;

/// What is left of a name in every case.
const SAME: [&str; 1] = ["found: same_name same_prefix"];

pub(super) fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = FORMS.iter().map(form_counts_for_nothing).collect();
    cases.extend([
        order("another form is no other company", "Zurita Sur, S.A.")
            .among([org("found", "Zurita Sur, S.L.U.")])
            .tells(SAME),
        order("a form at both ends", "Oy Virtanen Ab")
            .among([org("found", "Virtanen")])
            .tells(SAME),
        order("two forms behind each other", "Kowalski Sp. z o.o. Sp. k.")
            .among([org("found", "Kowalski S.A.")])
            .tells(SAME),
        order("a name that is nothing but a form is still a name", "SA")
            .among([org("found", "S.A."), org("other", "Zurita S.A.")])
            .tells(["found: same_name"]),
        order("a form inside a word belongs to the word", "Salsa Cobalto")
            .among([org("found", "Salsa Cobalto, S.A."), org("other", "L Balto")])
            .tells(SAME),
    ]);
    cases
}

/// A sentence, and a name that is the other one without its form.
type Form = (&'static str, &'static str, &'static str);

fn form_counts_for_nothing((says, with_form, without): &Form) -> Case {
    order(says, with_form)
        .among([org("found", without)])
        .tells(SAME)
}

#[rustfmt::skip]
const FORMS: &[Form] = &[
    ("Austria: Ges.m.b.H. as it is abbreviated there", "Gruber Ges.m.b.H.", "Gruber"),
    ("Germany: GmbH in words", "Gruber Gesellschaft mbH", "Gruber"),
    ("Germany: a partnership of a company", "Gruber GmbH & Co. KGaA", "Gruber"),
    ("Spain: a cooperative with its dots", "Etxeberri S.Coop.", "Etxeberri"),
    ("Spain: a cooperative with a space", "Etxeberri, S. Coop.", "Etxeberri"),
    ("Spain: one partner, in words", "Zurita Sociedad Limitada Unipersonal", "Zurita"),
    ("Peru: a closed company", "Quispe S.A.C.", "Quispe"),
    ("Venezuela: a company", "Arepas C.A.", "Arepas"),
    ("Mexico: with variable capital", "Moreno S. de R.L. de C.V.", "Moreno"),
    ("Brazil: a slash instead of dots", "Jacarandá S/A", "Jacarandá"),
    ("Brazil: a small company", "Jacarandá Ltda. - ME", "Jacarandá"),
    ("Portugal: one partner", "Oliveira Unipessoal, Lda.", "Oliveira"),
    ("Luxembourg: with an accent in the middle", "Petit S.à r.l.", "Petit"),
    ("France: the form in front", "SARL Boulangerie Petit", "Boulangerie Petit"),
    ("France: the form in words", "Petit Société à responsabilité limitée", "Petit"),
    ("Italy: a consortium", "Rossini S.c.a r.l.", "Rossini"),
    ("Italy: one partner", "Rossini S.r.l. a socio unico", "Rossini"),
    ("Italy: a partnership", "Rossini & C. S.n.c.", "Rossini"),
    ("United Kingdom: in words", "Penrose Public Limited Company", "Penrose"),
    ("United States: in words", "Penrose Limited Liability Company", "Penrose"),
    ("South Africa: in brackets", "Penrose (Pty) Ltd", "Penrose"),
    ("South Africa: in Afrikaans", "Penrose (Edms) Bpk", "Penrose"),
    ("India: private in brackets", "Sharma (P) Ltd.", "Sharma"),
    ("Malaysia: the country in brackets", "Lim Hock (M) Sdn. Bhd.", "Lim Hock"),
    ("Thailand: in English", "Siamchai Public Company Limited", "Siamchai"),
    ("Netherlands: in words", "Jansen Besloten Vennootschap", "Jansen"),
    ("Denmark: a partnership", "Hansen I/S", "Hansen"),
    ("Sweden: in words", "Aktiebolaget Lindqvist", "Lindqvist"),
    ("Estonia: the form in front", "OÜ Tammsaare", "Tammsaare"),
    ("Latvia: the form in front of quotes", "SIA \"Rīga Sakari\"", "Riga Sakari"),
    ("Poland: no space where one belongs", "Kowalski Sp.z o.o.", "Kowalski"),
    ("Poland: a partnership", "Kowalski spółka jawna", "Kowalski"),
    ("Czechia: every letter apart", "Novák s. r. o.", "Novák"),
    ("Czechia: the long abbreviation", "Novák, spol. s r.o.", "Novák"),
    ("Hungary: in words", "Kovács Korlátolt Felelősségű Társaság", "Kovács"),
    ("North Macedonia: one partner", "Nikolov DOOEL", "Nikolov"),
    ("Turkey: with its industry and trade", "Yılmaz San. ve Tic. Ltd. Şti.", "Yılmaz"),
    ("Greece: an industrial company", "Χατζής Α.Β.Ε.Ε.", "Χατζής"),
    ("Morocco: one partner", "Atlas Bleu SARL AU", "Atlas Bleu"),
    ("The Emirates: a free zone", "Falcon Blue FZ-LLC", "Falcon Blue"),
    ("Vietnam: one member", "Công ty TNHH MTV Minh Long", "Minh Long"),
    ("Singapore: the country in brackets", "Tan Hock (S) Pte. Ltd.", "Tan Hock"),
];
