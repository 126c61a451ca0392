internal import Frame
package import Kernel

/// What the pages of records are called.
extension AuditWords {
    /// Pages that show persons or change what is one's own, by their addresses.
    package static let pages: [String: Text] = [
        "/": Text(lv: "sākumlapa", en: "home"),
        "/pupils/:pupil": Text(lv: "izglītojamā lapa", en: "page of a pupil"),
        "/pupils/:pupil/signals": Text(lv: "izglītojamā riska pazīmes", en: "signs of risk of a pupil"),
        "/pupils/:pupil/signals/:signal": Text(
            lv: "kā riska pazīme radās",
            en: "how a sign of risk was made"
        ),
        "/pupils/:pupil/meetings": Text(lv: "izglītojamā sanāksmes", en: "meetings about a pupil"),
        "/classes/:class": Text(lv: "klases lapa", en: "page of a class"),
        "/institutions/:institution": Text(lv: "iestādes lapa", en: "page of an institution"),
        "/teachers/:teacher": Text(lv: "pedagoga lapa", en: "page of a teacher"),
        "/cases": Text(lv: "atbalsta gadījumu saraksts", en: "list of cases of support"),
        "/cases/find": Text(lv: "jautājums, vai ir gadījums", en: "question whether there is a case"),
        "/cases/new": Text(
            lv: "klases izglītojamie, kam atvērt gadījumu",
            en: "pupils of a class for whom to open a case"
        ),
        "/referrals": Text(lv: "nosūtījumu saraksts", en: "list of referrals"),
        "/team": Text(lv: "atbalsta komandas izglītojamie", en: "pupils of the support team"),
        "/tasks": Text(lv: "sanāksmju uzdevumi", en: "tasks of meetings"),
        "/imports/columns": Text(lv: "importējamā faila pirmās rindas", en: "first rows of a file to import"),
        "/imports/plans/:import": Text(lv: "importa izmaiņas", en: "changes of an import"),
        "/privacy/requests/:request/person": Text(
            lv: "viss, kas glabājas par personu",
            en: "everything that is kept of a person"
        ),
        "/privacy/requests/:request/file": Text(
            lv: "fails ar personas datiem",
            en: "file with a person's data"
        ),
        "/absence-duty": Text(lv: "rīcība kavējumu gadījumā", en: "steps in case of absence"),
        "/absence-duty/today": Text(lv: "šodien bez zināma iemesla", en: "today without a known reason"),
        "/absence-duty/register": Text(lv: "kas jāievada VIIS", en: "what is to be entered in VIIS"),
        "/pupils/:pupil/absence-duty": Text(
            lv: "kas darīts izglītojamā kavējumu dēļ",
            en: "what was done over a pupil's absence"
        ),
        "/pupils/:pupil/absence-duty/letters/:letter": Text(
            lv: "vēstule par kavējumiem",
            en: "letter about absence"
        ),
        "/pupils/:pupil/cases": Text(
            lv: "izglītojamā atbalsta gadījumi",
            en: "cases of support of a pupil"
        ),
        "/late": Text(lv: "kas kavējas", en: "what is late"),
        "/merged/:merge": Text(lv: "apvienoti izglītojamie", en: "joined pupils"),
        "/sets/:set": Text(lv: "atskaišu komplekts", en: "set of reports"),
        "/views/:view": Text(lv: "saglabāts skats", en: "saved view"),
        "/privacy/requests/:request": Text(lv: "personas pieprasījums", en: "request of a person"),
        "/search": Text(lv: "meklēšana", en: "search"),
        "/sign-in": Text(lv: "pieteikšanās lapa", en: "sign-in page"),
        "/account/password": Text(lv: "sava parole", en: "one's own password"),
        "/reports/:room/:report": Text(lv: "atskaite", en: "a report"),
        "/reports/:room/:report/:face": Text(lv: "atskaites fails", en: "file of a report"),
        "/numbers/:room/:report": Text(lv: "skaitļa izcelsme", en: "how a number was made"),
        "/figures/:room/:measure": Text(lv: "rādītāja izcelsme", en: "how a figure was made"),
    ]

    /// What the page at an address is called; the address itself where nobody knows it.
    func page(_ path: String) -> Text {
        if let known = AuditWords.pages[path] { return known }
        let parts = path.split(separator: "/").map(String.init)
        if parts.count > 2, parts[0] == "reports", let (_, report) = house.report("\(parts[1])/\(parts[2])") {
            return named(Text(lv: "atskaite", en: "report"), report.title)
        }
        if parts.count > 2, parts[0] == "numbers", let (_, report) = house.report("\(parts[1])/\(parts[2])") {
            return named(
                Text(lv: "skaitļa izcelsme, atskaite", en: "how a number was made, report"),
                report.title
            )
        }
        if parts.count > 2, parts[0] == "figures",
            let measure = try? house.measures.named("\(parts[1])/\(parts[2])")
        {
            return named(Text(lv: "rādītāja izcelsme", en: "how a figure was made"), measure.title)
        }
        let entry = house.rooms.flatMap(\.navigation).first { parts.first.map { "/\($0)" } ?? "/" == $0.path }
        return entry.map { named(Text(lv: "lapa", en: "page"), $0.title) } ?? Text(same: path)
    }
}
