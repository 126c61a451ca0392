internal import Kernel
internal import Pages

/// The notice as it is read and printed.
struct FamilyNoticeView {
    let notice: FamilyNotice
    let language: Language

    private var words: FamilyWords { FamilyWords(language: language) }

    var html: HTML {
        """
        <div class="brief" lang="\(language.rawValue)">\(head)<p>\(FamilyWords.why, language)</p>\
        \(Section(FamilyWords.whatTitle[language], table.html))\
        <div class="halves">\(Section(FamilyWords.basisTitle[language], bases))\
        \(Section(FamilyWords.whoTitle[language], readers))\
        \(Section(FamilyWords.decisionTitle[language], "<p>\(FamilyWords.decision, language)</p>"))\
        \(Section(FamilyWords.rightsTitle[language], rights))\
        \(Section(FamilyWords.askTitle[language], contacts.html))</div>\
        <p class="quiet">\(made, language)</p></div>
        """
    }

    private var head: PageHead {
        let other: Language = language == .lv ? .en : .lv
        let print = Text(lv: "Drukāt", en: "Print")[language]
        let name = Text(lv: "In English", en: "Latviski")[language]
        return PageHead(
            FamilyWords.title[language],
            lede: notice.board,
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
                DataTable.Column(Text(lv: "Dati", en: "Data")[language], width: .roomy),
                DataTable.Column(Text(lv: "Kāpēc", en: "Why")[language], width: .roomy),
                DataTable.Column(Text(lv: "Cik ilgi glabā", en: "Kept for")[language]),
            ],
            rows: notice.parts.map { part in
                DataTable.Row([
                    .words(part.title[language], note: FamilyWords.contents[part.code]?[language]),
                    .words(part.purpose?[language] ?? FamilyWords.unsaid[language]),
                    .words(part.kept.map { $0[language] }.joined(separator: "; ")),
                ])
            }
        )
        table.hidesCaption = true
        return table
    }

    /// Each legal basis once, with the data that it is the basis of.
    private var bases: HTML {
        var order: [String] = []
        var titles: [String: [String]] = [:]
        for part in notice.parts {
            let basis = part.basis?[language] ?? FamilyWords.unsaid[language]
            if titles[basis] == nil { order.append(basis) }
            titles[basis, default: []].append(part.title[language])
        }
        let lines: [HTML] = order.map { basis in
            "<li>\(basis): \((titles[basis] ?? []).joined(separator: ", ")).</li>"
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
                officers.isEmpty ? line(FamilyWords.contact) : "\(officers) \(line(FamilyWords.phone))"
            ),
        ])
    }

    private func line(_ what: Text) -> HTML {
        "____________________________ <span class=\"quiet\">(\(what, language))</span>"
    }

    private var made: Text {
        Text(
            lv: "Sagatavots \(Format(.lv).day(notice.today)) pēc sistēmas Sekme iestatījumiem.",
            en: "Prepared on \(Format(.en).day(notice.today)) from what is set in the system Sekme."
        )
    }
}
