//! What an address's domain says, and when it says nothing.

use super::*;

pub(super) fn cases() -> Vec<Case> {
    vec![
        order("name and claimed domain agree", "Zurita y Compañía, S.L.")
            .email("maria@zurita.example")
            .among([org("zurita", "Zurita y Compañía, S.L.").claims("zurita.example")])
            .tells(["zurita, recommended: claimed_domain_equals same_name same_prefix | approval_required"]),
        order("a verified domain says it of a company of another name", "Café del Sur")
            .email("maria@zurita.example")
            .among([org("zurita", "Zurita").verified("zurita.example")])
            .tells(["zurita: verified_domain_equals | approval_required"]),
        order("an administrator's address settles it", "Zurita")
            .email("maria@zurita.example")
            .among([
                org("zurita", "Zurita").claims("zurita.example"),
                org("other", "Ibarra").with_admin("Maria@Zurita.example"),
            ])
            .settles("other, recommended: admin_email_equals users_in_domain"),
        order("a domain without a name suffices", "")
            .email("maria@zurita.example")
            .among([org("zurita", "Zurita").claims("zurita.example")])
            .tells(["zurita, recommended: claimed_domain_equals | approval_required"]),
        order("somebody writes from a sub-domain", "Ibarra")
            .email("maria@es.zurita.example")
            .among([org("zurita", "Zurita").claims("zurita.example")])
            .tells(["zurita, recommended: claimed_domain_equals | approval_required"]),
        order("somebody writes from deep below the domain", "Ibarra")
            .email("maria@post.sevilla.es.zurita.example")
            .among([org("zurita", "Zurita").verified("zurita.example")])
            .tells(["zurita: verified_domain_equals | approval_required"]),
        order("only a sub-domain was verified", "Ibarra")
            .email("maria@zurita.example")
            .among([org("zurita", "Zurita").verified("es.zurita.example")])
            .tells(["zurita: verified_domain_equals | approval_required"]),
        order("colleagues have addresses of a sub-domain", "Ibarra")
            .email("maria@zurita.example")
            .among([org("zurita", "Zurita").with_user("luis@es.zurita.example")])
            .tells(["zurita: users_in_domain"]),
        order("co.uk: a sub-domain belongs to what was registered", "Harrow")
            .email("jo@mail.penrose.co.uk")
            .from("GB")
            .among([org("penrose", "Penrose").claims("penrose.co.uk").lies_in("GB")])
            .tells(["penrose, recommended: claimed_domain_equals | approval_required"]),
        order("co.uk: two registrants are strangers", "Harrow")
            .email("jo@harrow-penrose.co.uk")
            .among([org("penrose", "Penrose").claims("penrose.co.uk")])
            .tells([]),
        order("com.br: a sub-domain belongs to what was registered", "Ibirama")
            .email("ana@rio.jacaranda-azul.com.br")
            .from("BR")
            .among([
                org("jacaranda", "Jacarandá").claims("jacaranda-azul.com.br").lies_in("BR"),
                org("other", "Outra").claims("outra-azul.com.br").lies_in("BR"),
            ])
            .tells(["jacaranda, recommended: claimed_domain_equals | approval_required"]),
        order("co.jp: users of the same registrant", "Ibarra")
            .email("ken@tokyo.hinode-denki.co.jp")
            .among([
                org("hinode", "Hinode").with_user("yui@hinode-denki.co.jp"),
                org("other", "Other").with_user("yui@other-denki.co.jp"),
            ])
            .tells(["hinode: users_in_domain"]),
        order("an address at a public suffix speaks for nobody below it", "Mairie")
            .email("contact@gouv.fr")
            .among([
                org("alpha", "Alpha").claims("alpha.gouv.fr"),
                org("beta", "Beta").with_user("x@beta.gouv.fr"),
            ])
            .tells([]),
        order("an address at a public suffix speaks for who claimed just that", "Mairie")
            .email("contact@gouv.fr")
            .among([org("state", "Beta").claims("gouv.fr")])
            .tells(["state, recommended: claimed_domain_equals | approval_required"]),
        order("sites of one host are strangers", "Ibarra")
            .email("ana@ibarra.github.io")
            .among([org("other", "Otra").claims("otra.github.io")])
            .tells([]),
        order("a look-alike domain is another one", "Ibarra")
            .email("maria@zurita.example")
            .among([
                org("longer", "Uno").claims("notzurita.example"),
                org("hyphen", "Dos").claims("zurita-group.example"),
                org("below", "Tres").claims("zurita.example.com"),
            ])
            .tells([]),
        order("gmail: a claimed gmail.com counts for nothing", "Zurita")
            .email("zurita@gmail.com")
            .among([org("odd", "Ibarra").claims("gmail.com")])
            .tells([]),
        order("gmail: users there are no colleagues", "Zurita")
            .email("zurita@gmail.com")
            .among([org("odd", "Ibarra").with_user("someone@gmail.com")])
            .tells([]),
        order("gmail: the name is all there is, and that is said", "Zurita")
            .email("zurita@gmail.com")
            .among([org("zurita", "Zurita, S.L.").claims("gmail.com")])
            .tells(["zurita: same_name same_prefix free_mail_domain | approval_required"]),
        order("gmail: a free address can still be somebody's", "Zurita")
            .email("Zurita@Gmail.com")
            .among([org("zurita", "Ibarra").with_user("zurita@gmail.com")])
            .settles("zurita, recommended: user_email_equals free_mail_domain"),
        order("free mail below a multi-label suffix is free mail", "Hinode")
            .email("hinode@yahoo.co.jp")
            .among([org("odd", "Ibarra").claims("yahoo.co.jp")])
            .tells([]),
        order("a domain that ends like free mail is a company's", "Ibarra")
            .email("ana@notgmail.com")
            .among([org("zurita", "Zurita").claims("notgmail.com")])
            .tells(["zurita, recommended: claimed_domain_equals | approval_required"]),
        order("IDN: Unicode is asked, punycode is known", "Ibarra")
            .email("hans@Müller.example")
            .among([org("muller", "Zurita").claims("xn--mller-kva.example")])
            .tells(["muller, recommended: claimed_domain_equals | approval_required"]),
        order("IDN: punycode is asked, Unicode is known", "Ibarra")
            .email("hans@XN--MLLER-KVA.example")
            .among([org("muller", "Zurita").claims("müller.example")])
            .tells(["muller, recommended: claimed_domain_equals | approval_required"]),
        order("IDN: a letter and its accent are two characters", "Ibarra")
            .email("hans@post.mu\u{308}ller.example")
            .among([org("muller", "Zurita").claims("xn--mller-kva.example")])
            .tells(["muller, recommended: claimed_domain_equals | approval_required"]),
        order("IDN: the other spelling of a user's address is the same person", "Ibarra")
            .email("hans@müller.example")
            .among([org("muller", "Zurita").with_user("Hans@xn--mller-kva.example")])
            .settles("muller, recommended: user_email_equals users_in_domain"),
        order("IDN: Cyrillic and Latin look-alikes are strangers", "Ibarra")
            .email("ana@соса.example")
            .among([org("latin", "Zurita").claims("coca.example")])
            .tells([]),
    ]
}
