internal import Frame
internal import Kernel

/// What the files of records are called: reports, tables, and lines that were not taken over.
extension AuditWords {
    /// A report or a table of Sekme's own, and what stands behind its name: the year, what was chosen, a request, staff.
    func file(_ parts: [String]) -> Text {
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

    /// Lines of a file, by how many.
    static func lines(_ count: String) -> Text {
        Noun(lv: "faila rinda", "faila rindas", en: "line of a file", "lines of a file")
            .counted(Int(count) ?? 0)
    }

    /// Members of staff, by how many.
    static func staff(_ count: Int) -> Text {
        Noun(lv: "darbinieks", "darbinieki", en: "member of staff", "members of staff").counted(count)
    }
}
