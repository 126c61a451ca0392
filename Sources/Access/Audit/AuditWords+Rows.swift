internal import Frame
internal import Kernel

/// What the rows of records are called: accounts, rows of registers, cases, meetings, what ended.
extension AuditWords {
    /// Whose account, and what of it.
    func account(_ parts: [String]) -> Text {
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
    func change(_ parts: [String]) -> Text? {
        // Some tables of Sekme's own are called as the register they hold; only a change names a row.
        guard parts.count > 1, parts[1].hasSuffix(":") else { return nil }
        let table = parts[0]
        let noun =
            house.registers.first { $0.name.text == table }?.noun.plural
            ?? house.facts.first { $0.name.text == table }?.noun.plural
        guard let noun else { return nil }
        return noun + Text(same: " " + parts.dropFirst().joined(separator: " "))
    }

    /// Which case, and what of it.
    func ofCase(_ parts: [String]) -> Text {
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

    /// Which meeting, and what of it.
    func meeting(_ parts: [String]) -> Text {
        let which = Text(lv: "sanāksme Nr. \(parts[1])", en: "meeting no. \(parts[1])")
        switch parts.dropFirst(2).first {
        case "minutes": return which + Text(lv: ", protokols", en: ", minutes")
        case "sheets": return which + Text(lv: ", izglītojamo lapas", en: ", sheets of pupils")
        case "note" where parts.count == 5 && parts[4] == "undone":
            return which
                + Text(lv: ", izņemta piezīme Nr. \(parts[3])", en: ", note no. \(parts[3]) taken back")
        default: return which
        }
    }

    /// The end of keeping: of pupils, whom the record names itself, or of how many of what.
    func retention(_ parts: [String]) -> Text {
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
}
