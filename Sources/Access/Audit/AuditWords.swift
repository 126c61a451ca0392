package import Frame
package import Kernel

/// What a record of the trail was about, in words for people: the page, the report, whose account.
///
/// Records keep stable names and ids; what cannot be told any more is shown as it was kept.
package struct AuditWords {
    private let house: HouseBook
    private let accounts: [AccountID: String]

    /// Words of a house, with the names of its accounts.
    package init(_ house: HouseBook, accounts: [AccountID: String]) {
        self.house = house
        self.accounts = accounts
    }

    /// What a record was about.
    package func words(_ what: String) -> Text {
        let (what, user) = SystemUser.parts(what)
        guard let user else { return subject(what) }
        return subject(what) + Text(lv: ", sistēmas lietotājs ", en: ", system user ") + Text(same: user)
    }

    private func subject(_ what: String) -> Text {
        let parts = what.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if what.hasPrefix("/"), parts.count == 3, parts[1] == "staff" {
            return page(parts[0]) + Text(same: ", ")
                + AuditWords.staff(parts[2].split(separator: ",").count)
        }
        if what.hasPrefix("/"), parts.count == 3, parts[1] == "rows" {
            return page(parts[0]) + Text(same: ", ") + AuditWords.lines(parts[2])
        }
        if what.hasPrefix("/"), parts.count == 2, parts[1] == ShownPast.mark {
            return page(parts[0]) + Text(lv: ", arī senāki ieraksti", en: ", older records too")
        }
        if what.hasPrefix("/") { return page(what) }
        switch parts.first ?? "" {
        case "account": return account(parts)
        case "batch": return numbered(Text(lv: "imports Nr.", en: "import no."), parts)
        case "case" where !parts.dropFirst().isEmpty:
            return ofCase(parts)
        case "referral" where parts.count == 3 && parts[2] == "given":
            return Text(
                lv: "nosūtījums Nr. \(parts[1]), izsniegts personai",
                en: "referral no. \(parts[1]), given out to the person"
            )
        case "referral" where parts.count > 1:
            return numbered(Text(lv: "nosūtījums Nr.", en: "referral no."), parts)
        case "signal" where parts.count > 1:
            return numbered(Text(lv: "riska pazīme Nr.", en: "sign of risk no."), parts)
        case "consultation" where parts.count > 1:
            return numbered(Text(lv: "konsultācija Nr.", en: "consultation no."), parts)
        case "absence" where parts.count == 3 && parts[1] == "duty":
            return Text(
                lv: "rīcība kavējumu gadījumā Nr. \(parts[2])",
                en: "step over absence no. \(parts[2])"
            )
        case "observation" where parts.count == 1:
            return Text(lv: "novērojums", en: "an observation")
        case "prevention" where parts == ["prevention", "level"]:
            return Text(lv: "prevencijas līmenis", en: "level of prevention")
        case "meeting" where parts.dropFirst().first == "request":
            return Text(lv: "lūgums atbalsta komandai", en: "request to the support team")
        case "meeting" where parts.count > 1:
            return meeting(parts)
        case "privacy-request" where parts.count > 1:
            return numbered(Text(lv: "personas pieprasījums Nr.", en: "request of a person no."), parts)
        case "pupil-merge" where parts.count > 1:
            return numbered(Text(lv: "izglītojamo apvienošana Nr.", en: "joining of pupils no."), parts)
        case "pupil-part" where parts.count > 1:
            return numbered(
                Text(lv: "izglītojamo atdalīšana, apvienošana Nr.", en: "parting of pupils, joining no."),
                parts
            )
        case "pupil-pair": return Text(lv: "iespējams dublikāts", en: "a possible duplicate")
        case "retention": return retention(parts)
        case "tenant": return Text(lv: "pārvaldes iestatījumi", en: "settings of the board")
        case "session": return Text(lv: "sava sesija", en: "one's own session")
        case "command": return Text(same: (["sekme"] + parts.dropFirst()).joined(separator: " "))
        case "invitation": return Text(lv: "pēc uzaicinājuma", en: "by an invitation")
        case "reset": return Text(lv: "pēc atjaunošanas saites", en: "by a link to reset it")
        case "export" where parts.count > 2:
            return file(Array(parts.dropFirst(2))) + Text(lv: ", lūgums Nr. ", en: ", request no. ")
                + Text(same: parts[1])
        default: return change(parts) ?? file(parts)
        }
    }

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

    private func page(_ path: String) -> Text {
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

    private func account(_ parts: [String]) -> Text {
        let id = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        let name = accounts[AccountID(rawValue: id)].map { Text(same: $0) }
        let whose = name ?? Text(lv: "konts Nr. \(id)", en: "account no. \(id)")
        guard parts.count > 3 else { return whose }
        switch parts[2] {
        case "role":
            let role = Role.named(parts[3])?.words ?? Text(same: parts[3])
            let named = parts.count > 7 && parts[6] == "body" ? CaseBody(code: parts[7]) : nil
            let body = named.map { Text(same: ", ") + $0.words } ?? Text(same: "")
            return whose + Text(same: ": ") + role + body
        case "staff":
            return whose + Text(lv: ": sasaiste ar darbinieku reģistru", en: ": link with the staff register")
        default: return whose
        }
    }

    /// A change by hand: the table, the row, and what became of it.
    private func change(_ parts: [String]) -> Text? {
        // Some tables of Sekme's own are called as the register they hold; only a change names a row.
        guard parts.count > 1, parts[1].hasSuffix(":") else { return nil }
        let table = parts[0]
        let noun =
            house.registers.first { $0.name.text == table }?.noun.plural
            ?? house.facts.first { $0.name.text == table }?.noun.plural
        guard let noun else { return nil }
        return noun + Text(same: " " + parts.dropFirst().joined(separator: " "))
    }

    /// A report or a table of Sekme's own, and what stands behind its name: the year, what was chosen, a request, staff.
    private func file(_ parts: [String]) -> Text {
        let name = parts[0]
        let title =
            house.report(name).map { named(Text(lv: "atskaite", en: "report"), $0.report.title) }
            ?? house.formats.first { $0.name == name }.map {
                named(Text(lv: "tabula", en: "table"), $0.title)
            }
        var out = title ?? (name == AuditWords.registerList ? AuditWords.registerCodes : Text(same: name))
        var rest = parts.dropFirst()
        if name == AuditWords.rejected {
            out = AuditWords.rejectedLines(rest.popFirst() ?? "")
        }
        while let word = rest.popFirst() {
            switch word {
            case "export":
                out =
                    out + Text(lv: ", lūgums Nr. ", en: ", request no. ")
                    + Text(same: rest.popFirst() ?? "")
            case "staff":
                let count = rest.popFirst().flatMap { Int($0) } ?? 0
                out = out + Text(same: ", ") + AuditWords.staff(count)
            case "rows":
                out = out + Text(same: ", ") + AuditWords.lines(rest.popFirst() ?? "")
            default: out = out + (AuditWords.chosen(word) ?? Text(same: " \(word)"))
            }
        }
        return out
    }

    /// What an export of the lines that an import did not take over is called, before the import's number or the files'
    /// fingerprint.
    package static let rejected = "rejected-lines"

    /// What the personal codes of the list of what is to be entered in VIIS are called, before the year.
    package static let registerList = "register-list"

    private static let registerCodes = Text(
        lv: "personas kodi sarakstā „Ievadīt VIIS”",
        en: "personal codes of the list “To be entered in VIIS”"
    )

    /// What stands before a fingerprint of files.
    package static let rejectedFiles = "files="

    private static func rejectedLines(_ which: String) -> Text {
        guard which.hasPrefix(rejectedFiles) else {
            return Text(lv: "noraidītās rindas, imports Nr. ", en: "rejected lines, import no. ")
                + Text(same: which)
        }
        let digits = which.dropFirst(rejectedFiles.count)
        return Text(
            lv: "noraidītās rindas, failu kontrolsumma \(digits)",
            en: "rejected lines, fingerprint of the files \(digits)"
        )
    }

    private static func lines(_ count: String) -> Text {
        Noun(lv: "faila rinda", "faila rindas", en: "line of a file", "lines of a file")
            .counted(Int(count) ?? 0)
    }

    private static func staff(_ count: Int) -> Text {
        Noun(lv: "darbinieks", "darbinieki", en: "member of staff", "members of staff").counted(count)
    }

    private func ofCase(_ parts: [String]) -> Text {
        let which = Text(lv: "atbalsta gadījums Nr. \(parts[1])", en: "case of support no. \(parts[1])")
        switch parts.dropFirst(2).first {
        case "meeting": return which + Text(lv: ", sanāksmē", en: ", at a meeting")
        case "looks": return which + Text(lv: ", kas skatījis", en: ", who looked")
        case "person":
            return which + Text(lv: ", kas jāizsniedz personai", en: ", what is given to the person")
        case "given":
            return which + Text(lv: ", izsniegts personai", en: ", given out to the person")
        case "notes": return which + Text(lv: ", visas piezīmes", en: ", all notes")
        case "plan" where parts.count == 4:
            return which + Text(lv: ", plāns Nr. \(parts[3])", en: ", plan no. \(parts[3])")
        case let part?: return which + Text(same: " " + ([part] + parts.dropFirst(3)).joined(separator: " "))
        case nil: return which
        }
    }

    private func meeting(_ parts: [String]) -> Text {
        let which = Text(lv: "sanāksme Nr. \(parts[1])", en: "meeting no. \(parts[1])")
        switch parts.dropFirst(2).first {
        case "minutes": return which + Text(lv: ", protokols", en: ", minutes")
        case "sheets": return which + Text(lv: ", izglītojamo lapas", en: ", sheets of pupils")
        default: return which
        }
    }

    /// The end of keeping: of pupils, whom the record names itself, or of how many of what.
    private func retention(_ parts: [String]) -> Text {
        let end = Text(lv: "glabāšanas beigas", en: "the end of keeping")
        guard parts.count > 2 else { return end }
        let records = house.rooms.flatMap(\.keeping).first { $0.retention == parts[1] }
        guard let noun = AuditWords.kept[parts[1]] ?? records?.words.noun else { return end }
        return end + Text(same: ": ") + noun.counted(parts[2].split(separator: ",").count)
    }

    private static let kept = [
        "staff": Noun(lv: "darbinieks", "darbinieki", en: "member of staff", "members of staff"),
        "accounts": Noun(lv: "lietotāja konts", "lietotāju konti", en: "account", "accounts"),
        "batches": Noun(
            lv: "vairs neatsaucams imports",
            "vairs neatsaucami importi",
            en: "import that cannot be undone",
            "imports that cannot be undone"
        ),
    ]

    private func numbered(_ words: Text, _ parts: [String]) -> Text {
        words + Text(same: " \(parts.dropFirst().joined(separator: " "))")
    }

    private func named(_ kind: Text, _ title: Text) -> Text {
        kind + Text(lv: " „\(title.lv)”", en: " “\(title.en)”")
    }
}
