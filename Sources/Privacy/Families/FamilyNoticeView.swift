internal import Kernel
internal import Pages

/// The notice as it is read and printed: one page of A4, also with what a board usually sets.
struct FamilyNoticeView {
    let notice: FamilyNotice
    let language: Language

    private var words: FamilyWords { FamilyWords(language: language) }

    var html: HTML {
        """
        <div class="brief handout" lang="\(language.rawValue)">\(head)<p>\(FamilyWords.why(board), language)</p>\
        \(Section(FamilyWords.whatTitle[language], table.html))\
        <div class="columns">\(Section(FamilyWords.whoTitle[language], readers))\
        \(Section(FamilyWords.keptTitle[language], times))\
        \(Section(FamilyWords.rightsTitle[language], rights))\
        \(Section(FamilyWords.decisionTitle[language], "<p>\(FamilyWords.decision, language)</p>"))\
        \(Section(FamilyWords.basisTitle[language], bases))</div>\
        \(Section(FamilyWords.askTitle[language], contacts.html))</div>
        """
    }

    private var board: Text { notice.board.isEmpty ? FamilyWords.board : Text(same: notice.board) }

    private var head: PageHead {
        let other: Language = language == .lv ? .en : .lv
        let print = Text(lv: "Drukāt", en: "Print")[language]
        let name = Text(lv: "In English", en: "Latviski")[language]
        return PageHead(
            FamilyWords.title[language],
            actions: [
                "<button type=\"button\" class=\"button js-only\" data-print>\(print)</button>",
                """
                <a class="button second" lang="\(other.rawValue)" \
                href="\(Address("/privacy/families").adding("in", other.rawValue))">\(name)</a>
                """,
            ]
        )
    }

    private var table: DataTable {
        var table = DataTable(
            id: "sets",
            language,
            caption: FamilyWords.whatTitle[language],
            columns: [
                DataTable.Column(Text(lv: "Dati", en: "Data")[language]),
                DataTable.Column(Text(lv: "Kāpēc", en: "Why")[language]),
            ],
            rows: notice.parts.map { part in
                let contents: HTML? = part.contents.map { ": \($0, language)" }
                return DataTable.Row([
                    .markup("<strong>\(part.name, language)</strong>\(contents)"),
                    .words(part.purpose?[language] ?? FamilyWords.unsaid[language]),
                ])
            }
        )
        table.hidesCaption = true
        return table
    }

    private var times: HTML {
        each { part in part.kept.map { $0[language] } }
    }

    private var bases: HTML {
        each { part in [part.basis?[language] ?? FamilyWords.unsaid[language]] }
    }

    /// What holds for several sets of data is said once, after their names.
    private func each(_ said: (FamilyNotice.Part) -> [String]) -> HTML {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for (part, words) in notice.parts.flatMap({ part in said(part).map { (part, $0) } }) {
            if names[words] == nil { order.append(words) }
            names[words, default: []].append(part.name[language])
        }
        let lines: [HTML] = order.map { words in
            "<li>\(FamilyWords.listed(names[words] ?? [])) – \(words)</li>"
        }
        return "<ul>\(lines)</ul>"
    }

    private var readers: HTML {
        let lines: [HTML] = words.readers.map { "<li>\($0)</li>" }
        return "<ul>\(lines)</ul><p>\(FamilyWords.trail, language)</p>"
    }

    private var rights: HTML {
        let lines: [HTML] = FamilyWords.rights.map { "<li>\($0, language)</li>" }
        return "<ul>\(lines)</ul><p>\(FamilyWords.answer, language) \(FamilyWords.complaint, language)</p>"
    }

    /// Whom to ask; what the board has not told Sekme is a line that is filled in by hand.
    private var contacts: DefinitionList {
        let officers = notice.officers.joined(separator: "; ")
        return DefinitionList([
            (
                FamilyWords.institution[language],
                notice.institution.map { HTML(text: $0) } ?? line(FamilyWords.name)
            ),
            (FamilyWords.head[language], line(FamilyWords.contact)),
            (
                FamilyWords.officer[language],
                officers.isEmpty
                    ? line(FamilyWords.contact) : "\(officers) \(line(FamilyWords.phone, length: 14))"
            ),
        ])
    }

    /// Room to write in, of so many letters, and what is to be written.
    private func line(_ what: Text, length: Int = 28) -> HTML {
        "\(String(repeating: "_", count: length)) <span class=\"quiet\">(\(what, language))</span>"
    }
}
