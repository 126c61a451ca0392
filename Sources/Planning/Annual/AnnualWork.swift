internal import Frame
internal import Kernel
internal import Pages

/// What can be done with a report: its files, its texts, its states.
struct AnnualWork {
    let found: AnnualDesk.Found
    let request: PageRequest
    let today: Day
    let mayEdit: Bool
    /// Whether the reader may open it to everybody.
    let mayOpen: Bool
    let maker: DocumentMaker

    private var language: Language { request.language }
    private var report: AnnualReport { found.report }

    /// Buttons for the files; where a program is missing, it is said below which package brings it.
    var files: [HTML] {
        [DocumentKind.pdf, .docx].filter(maker.has).map { kind in
            ButtonLink(kind.ending.uppercased(), Address(report.address + "/" + kind.ending), .second).html
        }
    }

    var html: HTML { "\(successor)\(missing)\(open)\(mayEdit ? work : nil)" }

    /// Where everybody reads it; whoever sees the report may hand that address on.
    private var open: HTML? {
        guard report.state == .published, report.opened != nil else { return nil }
        let words = Text(
            lv: "Pārskatu var lasīt ikviens, arī bez pieteikšanās:",
            en: "Everybody can read the report, without signing in as well:"
        )
        let link = Link(report.openAddress, Address(report.openAddress))
        return "<p class=\"screen-only\">\(words, language) \(link)</p>"
    }

    private var successor: HTML? {
        found.successor.map { later in
            Notice(
                .attention,
                language,
                Text(lv: "Ir publicēta jaunāka redakcija.", en: "A later edition is published.")[language],
                link: Link(later.title[language], Address(later.address))
            ).html
        }
    }

    private var missing: HTML? {
        let kinds = [DocumentKind.pdf, .docx].filter { !maker.has($0) }
        guard !kinds.isEmpty else { return maker.has(.picture) ? nil : undrawn }
        let words = kinds.map { "\($0.ending.uppercased()) – \($0.source)" }.joined(separator: ", ")
        return Notice(
            .info,
            language,
            Text(
                lv: "Lai pārskatu saglabātu kā failu, serverī trūkst programmu.",
                en: "The server lacks programs that make files."
            )[
                language
            ],
            more: Text(
                lv: "Servera uzturētājam jāuzstāda Debian pakotnes: \(words).",
                en: "Whoever keeps the server installs Debian packages: \(words)."
            )[language]
        ).html
    }

    /// For those who make the report: why its document has tables and no charts.
    private var undrawn: HTML? {
        guard mayEdit else { return nil }
        let source = DocumentKind.picture.source
        return Notice(
            .info,
            language,
            Text(
                lv: "DOCX failā diagrammu nebūs, tikai tabulas.",
                en: "The DOCX will have tables and no charts."
            )[
                language
            ],
            more: Text(
                lv: "Servera uzturētājam jāuzstāda Debian pakotne: \(source).",
                en: "Whoever keeps the server installs the Debian package: \(source)."
            )[language]
        ).html
    }

    private var work: HTML {
        let states: [AnnualState] = [.draft, .reviewed, .approved, .frozen, .published]
        let steps = Steps(
            language,
            states.map { $0.words[language] },
            current: states.firstIndex(of: report.state) ?? 0
        )
        let texts: HTML? =
            report.state == .draft
            ? ButtonLink(
                Text(lv: "Rakstīt tekstus", en: "Write the texts")[language],
                Address(report.address + "/edit"),
                report.missing.isEmpty ? .second : .primary
            ).html : nil
        let moves = AnnualMove.allCases.filter { $0.from.contains(report.state) && isOffered($0) }.map(button)
        return """
            <div class="screen-only">\(steps)\(advice)<form method="post" action="\(Address(report.address + "/state"))" \
            class="buttons"><input type="hidden" name="csrf" value="\(request.formToken)">\
            <input type="hidden" name="version" value="\(report.version)">\(texts)\(moves)</form></div>
            """
    }

    private func isOffered(_ move: AnnualMove) -> Bool {
        switch move {
        case .review: report.missing.isEmpty && found.others.isEmpty
        case .open: mayOpen && report.opened == nil
        case .close: mayOpen && report.opened != nil
        case .freeze: report.isOver(on: today)
        case .approve, .reopen, .publish, .withdraw: true
        }
    }

    /// From when on the figures of a year that runs can be frozen; nothing of a year that is over.
    private var running: Text {
        guard !report.state.isFrozen, !report.isOver(on: today), let first = Day(report.year + 1, 1, 1) else {
            return Text(same: "")
        }
        let year = report.year
        return Text(
            lv: """
                 \(year). gads vēl nav beidzies: skaitļus varēs fiksēt un pārskatu publicēt no \(Format(.lv).day(first))
                """,
            en: """
                 The year \(year) is not over: figures can be frozen, and the report published, from \
                \(Format(.en).day(first)).
                """
        )
    }

    private func button(_ move: AnnualMove) -> HTML {
        let isSecond = move == .reopen || move == .withdraw || move == .close
        return Button(move.words[language], isSecond ? .second : .primary, field: ("move", move.rawValue))
            .html
    }

    private var advice: HTML {
        let format = Format(language)
        let words: Text
        switch report.state {
        case .draft:
            words = draft
        case .reviewed:
            words = Text(
                lv:
                    "Izskatīja \(report.reviewer), \(reviewDay) Tagad pārskatu apstiprina vai atgriež labošanai.",
                en:
                    "Reviewed by \(report.reviewer), \(reviewDay). Now it is approved, or returned for editing."
            )
        case .approved:
            let day = report.approved.map(format.day) ?? ""
            words = Text(
                lv:
                    "\(reviewed.lv)Apstiprināja \(report.approver), \(day) Kad skaitļi būs fiksēti, tie vairs nemainīsies.",
                en:
                    "\(reviewed.en)Approved by \(report.approver), \(day). Once frozen, its figures change no more."
            )
        case .frozen:
            words = Text(
                lv: "Skaitļi ir fiksēti. Publicētu pārskatu redz visi, kas redz rīcības programmas.",
                en: "The figures are frozen. Once published, all who see action programmes read the report."
            )
        case .published where report.opened != nil:
            words = Text(
                lv: "Kļūdu labo jaunā redakcijā.",
                en: "A mistake is mended in a new edition."
            )
        case .published where mayOpen:
            words = Text(
                lv: """
                    Pārskatu redz visi, kas redz rīcības programmas. Pirms atverat to ikvienam, pārlasiet tekstus: tajos \
                    nedrīkst būt ziņu par personām. Kļūdu labo jaunā redakcijā.
                    """,
                en: """
                    All who see action programmes read the report. Before you open it to everybody, read its texts: nothing \
                    in them may be about a person. A mistake is mended in a new edition.
                    """
            )
        case .published:
            words = Text(
                lv: "Pārskatu redz visi, kas redz rīcības programmas. Kļūdu labo jaunā redakcijā.",
                en: "All who see action programmes read the report. A mistake is mended in a new edition."
            )
        }
        return "<p class=\"quiet\">\(words + running, language)</p>"
    }

    private var reviewDay: String { report.reviewed.map(Format(language).day) ?? "" }

    /// Who reviewed it; nothing of a report that was approved before reviews were kept.
    private var reviewed: Text {
        guard report.reviewed != nil else { return Text(same: "") }
        return Text(
            lv: "Izskatīja \(report.reviewer), \(reviewDay) ",
            en: "Reviewed by \(report.reviewer), \(reviewDay). "
        )
    }

    private var draft: Text {
        let names = report.missing
        guard names.isEmpty else {
            return Text(
                lv: "Lai pārskatu varētu izskatīt, uzrakstiet: \(names.map(\.lv).joined(separator: ", ")).",
                en: "To have it reviewed, write: \(names.map(\.en).joined(separator: ", "))."
            )
        }
        let others = found.others.prefix(5).joined(separator: ", ")
        guard others.isEmpty else {
            return Text(
                lv:
                    "Skaitļi ir šodienas. Tekstus pēdējais rakstījāt jūs, tāpēc pārskatu izskata kāds cits: \(others).",
                en: """
                    Figures are those of today. You were the last to write the texts, so somebody else reviews the report: \
                    \(others).
                    """
            )
        }
        return Text(
            lv: "Skaitļi ir šodienas. Kad teksti gatavi, pārskatu izskata komisijai.",
            en:
                "Figures are those of today. Once the texts are ready, the report is reviewed for the commission."
        )
    }
}
