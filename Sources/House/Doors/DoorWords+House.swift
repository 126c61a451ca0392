import Kernel

extension DoorWords {
    /// Reports, views, sets, subscriptions, dates and samples.
    static let house: [String: Text] = [
        "POST /reports/:room/:report/:face": Text(
            lv: "Lūgt atļauju eksportam",
            en: "Ask for an export to be allowed"
        ),
        "GET /language": Text(lv: "Lapu valodas maiņa", en: "Switch of the language of pages"),
        "GET /permissions/doors": Text(lv: "Lapas un komandas", en: "Pages and commands"),
        "GET /imports/samples": Text(lv: "Paraugu faili", en: "Sample files"),
        "GET /imports/samples/:format/:kind": Text(lv: "Parauga fails", en: "Sample file"),
        "POST /dates/digest": Text(
            lv: "Izvēlēties, cik bieži sūtīt vēstules par termiņiem",
            en: "Choose how often a mail tells of dates"
        ),
        "POST /dates/calendar": Text(
            lv: "Izveidot vai noņemt kalendāra adresi",
            en: "Make or take away the address of the calendar"
        ),
        "GET /dates/calendar/:secret": Text(
            lv: "Termiņu kalendārs citai programmai",
            en: "Calendar of dates for another program"
        ),
        "GET /late": Text(lv: "Kas kavējas", en: "What is late"),
        "POST /views": Text(lv: "Saglabāt skatu", en: "Save a view"),
        "GET /views/:view": Text(lv: "Saglabāts skats", en: "Saved view"),
        "GET /views/:view/edit": Text(
            lv: "Skata nosaukums un kopīgošana",
            en: "Name and sharing of a view"
        ),
        "POST /views/:view": Text(lv: "Mainīt skata nosaukumu", en: "Rename a view"),
        "POST /views/:view/remove": Text(lv: "Noņemt skatu", en: "Remove a view"),
        "POST /views/:view/restore": Text(lv: "Atjaunot skatu", en: "Put a view back"),
        "GET /sets/new": Text(lv: "Jauns atskaišu komplekts", en: "New set of reports"),
        "POST /sets": Text(lv: "Izveidot atskaišu komplektu", en: "Make a set of reports"),
        "GET /sets/:set": Text(lv: "Atskaišu komplekts", en: "Set of reports"),
        "GET /sets/:set/edit": Text(lv: "Atskaišu komplekta secība", en: "Order of a set of reports"),
        "POST /sets/:set": Text(
            lv: "Mainīt komplekta nosaukumu un dienu",
            en: "Change name and day of a set"
        ),
        "POST /sets/:set/items": Text(
            lv: "Pārkārtot komplekta atskaites",
            en: "Move, take out or add a report of a set"
        ),
        "POST /sets/:set/remove": Text(lv: "Noņemt atskaišu komplektu", en: "Remove a set of reports"),
        "POST /sets/:set/restore": Text(lv: "Atjaunot atskaišu komplektu", en: "Put a set of reports back"),
        "GET /subscriptions": Text(lv: "Mani abonementi", en: "My subscriptions"),
        "POST /subscriptions": Text(lv: "Abonēt atskaiti", en: "Subscribe to a report"),
        "GET /subscriptions/:subscription": Text(lv: "Abonēta atskaite", en: "Subscribed report"),
        "POST /subscriptions/:subscription/remove": Text(lv: "Beigt abonementu", en: "End a subscription"),
        "POST /subscriptions/:subscription/restore": Text(
            lv: "Atjaunot abonementu",
            en: "Put a subscription back"
        ),
    ]
}
