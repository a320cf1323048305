//! How a name speaks: spelling, order of words, what joins, what merely begins alike.

use super::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        order("the same name in other letters", "Zurita y Compañía, S.L.")
            .among([org("zurita", "ZURITA & CIA SL")])
            .tells(["zurita: same_name same_prefix"]),
        order("the same words in another order", "Zurita y Compañía")
            .among([org("zurita", "Compañía Zurita")])
            .tells(["zurita: same_name"]),
        order("an accent is no difference", "Électricité Générale Noël")
            .from("FR")
            .among([org("noel", "Electricite Generale Noel").lies_in("FR")])
            .tells(["noel: same_name same_prefix"]),
        order(
            "Nordic, Polish and Turkish letters are folded",
            "Søndergård Łąka Işık",
        )
        .among([org("folded", "Sondergard Laka Isik")])
        .tells(["folded: same_name same_prefix"]),
        order("a sharp s is two", "Weißstraße Druck")
            .among([org("druck", "Weissstrasse Druck")])
            .tells(["druck: same_name same_prefix"]),
        order(
            "an umlaut written as two letters is nearly the same",
            "Grünhäuser",
        )
        .among([org("grun", "Gruenhaeuser")])
        .tells(["grun: similar_name"]),
        order("a slip of the pen is nearly the same", "Transportes Zurita")
            .among([org("zurita", "Transportes Zurrita")])
            .tells(["zurita: similar_name same_prefix"]),
        order("Portuguese e is and", "Jacarandá e Filhos")
            .among([org("filhos", "Jacarandá & Filhos")])
            .tells(["filhos: same_name same_prefix"]),
        order("Catalan i and Dutch en are and", "Ferrer i Fills en Zonen")
            .among([org("fills", "Ferrer, Fills & Zonen")])
            .tells(["fills: same_name same_prefix"]),
        order(
            "Czech a and Hungarian és are and",
            "Novotný a Kovács és Dvořák",
        )
        .among([org("novotny", "Novotny + Kovacs + Dvorak")])
        .tells(["novotny: same_name same_prefix"]),
        order("a letter at the end belongs to the name", "Vitamina E")
            .among([org("a", "Vitamina A"), org("e", "VITAMINA E, S.A.")])
            .tells([
                "e: same_name same_prefix | near_tie",
                "a: similar_name same_prefix | near_tie",
            ]),
        order("a country at the end belongs to the name", "Zurita ES")
            .among([org("es", "Zurita ES, S.L."), org("fr", "Zurita FR")])
            .tells(["es: same_name same_prefix", "fr: similar_name same_prefix"]),
        order(
            "what is left of & Co. is not left hanging",
            "Penrose and Co.",
        )
        .among([org("penrose", "Penrose")])
        .tells(["penrose: same_name same_prefix"]),
        order("an article in front is no difference", "The Lumen Works")
            .among([org("lumen", "Lumen Works")])
            .tells(["lumen: same_name same_prefix"]),
        order(
            "a name may be nothing but an article or a joining word",
            "The The",
        )
        .among([org("the", "THE"), org("y", "Y")])
        .tells(["the: same_name"]),
        order("a group of the same beginning is not the same", "Zurita")
            .among([org("industrial", "Zurita Ingeniería Industrial")])
            .tells(["industrial: same_prefix"]),
        order("two towns are two companies", "Talleres Ibarra Bilbao")
            .among([org("sevilla", "Panadería Ortuño Sevilla")])
            .tells([]),
        order("fewer than five letters have no beginning", "Lux")
            .among([org("lux", "Lux"), org("luxor", "Luxor Iluminación")])
            .tells(["lux: same_name"]),
        order(
            "signs and spaces are no difference",
            "L U X - Tele.com / «Sur»",
        )
        .among([org("lux", "LUX Telecom Sur")])
        .tells(["lux: same_name same_prefix"]),
        order("no name finds nobody", "!!!")
            .among([org("zurita", "Zurita"), org("signs", "???")])
            .tells([]),
    ]
}
