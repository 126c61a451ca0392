import Kernel

extension DoorWords {
    /// Accounts, signing in, the trail.
    static let access: [String: Text] = [
        "GET /account": Text(lv: "Konta iestatījumi", en: "Account settings"),
        "POST /account/language": Text(lv: "Mainīt konta valodu", en: "Change the language of the account"),
        "POST /account/sessions/end": Text(
            lv: "Beigt savu sesiju citā ierīcē",
            en: "End one's own session on another device"
        ),
        "POST /account/password": Text(lv: "Nomainīt paroli", en: "Change the password"),
        "GET /account/second-factor": Text(lv: "Otrais faktors", en: "Second factor"),
        "POST /account/second-factor/start": Text(
            lv: "Sākt otrā faktora iestatīšanu",
            en: "Begin to set up the second factor"
        ),
        "POST /account/second-factor/confirm": Text(
            lv: "Apstiprināt otro faktoru",
            en: "Confirm the second factor"
        ),
        "POST /exports/:export": Text(lv: "Atļaut vai noraidīt eksportu", en: "Approve or refuse an export"),
        "GET /permissions": Text(lv: "Kas ko drīkst", en: "Who may what"),
        "GET /sign-in/provider": Text(
            lv: "Pieteikšanās ar ārēju identitāti",
            en: "Signing in with a provider of identities"
        ),
        "GET /sign-in/provider/back": Text(
            lv: "Atgriešanās pēc ārējas pieteikšanās",
            en: "Coming back from a provider of identities"
        ),
        "GET /sign-in/board": Text(
            lv: "Pārvaldes izvēle pirms pieteikšanās",
            en: "Choice of a board before signing in"
        ),
        "POST /sign-in/board": Text(lv: "Izvēlēties pārvaldi", en: "Choose a board"),
        "POST /sign-in": Text(lv: "Pieteikties", en: "Sign in"),
        "POST /sign-in/code": Text(
            lv: "Ievadīt otrā faktora kodu",
            en: "Enter the code of the second factor"
        ),
        "POST /sign-out": Text(lv: "Iziet", en: "Sign out"),
        "GET /users/:account": Text(lv: "Lietotāja konts", en: "Account of a user"),
        "GET /users/new": Text(lv: "Jauns lietotājs", en: "New user"),
        "POST /users/new": Text(lv: "Izveidot lietotāja kontu", en: "Make an account"),
        "POST /users/:account/edit": Text(
            lv: "Mainīt lietotāja konta datus",
            en: "Change the facts of an account"
        ),
        "POST /users/:account/grant": Text(lv: "Piešķirt lomu", en: "Give a role"),
        "POST /users/:account/end": Text(lv: "Izbeigt lomu", en: "End a role"),
        "POST /users/:account/body": Text(
            lv: "Norādīt, kurā institūcijā lietotājs strādā",
            en: "Say for which body a user works"
        ),
        "POST /users/:account/proposal": Text(
            lv: "Piešķirt vai noraidīt identitātes sniedzēja piedāvātu lomu",
            en: "Give or dismiss a role that a provider of identities proposes"
        ),
        "POST /users/:account/state": Text(
            lv: "Slēgt vai atvērt kontu, noņemt otro faktoru",
            en: "Close or open an account, take its second factor away"
        ),
        "POST /users/:account/identity": Text(
            lv: "Saistīt kontu ar ārēju identitāti vai atcelt sasaisti",
            en: "Link an account with an outside identity, or end the link"
        ),
        "POST /users/:account/link": Text(lv: "Izsniegt vienreizēju saiti", en: "Make a one-time link"),
        "POST /users/:account/view": Text(lv: "Skatīt kā cits lietotājs", en: "View as another user"),
        "POST /view-as/stop": Text(lv: "Atgriezties pie sava konta", en: "Go back to one's own account"),
        "GET /welcome/:token": Text(
            lv: "Paroles izvēle pēc vienreizējas saites",
            en: "Choice of a password behind a one-time link"
        ),
        "POST /welcome/:token": Text(lv: "Iestatīt paroli", en: "Set the password"),
    ]
}
