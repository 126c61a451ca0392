import Frame
import Kernel
import Pages

/// Lessons missed by month, a small chart for each institution with the municipality's line in every one.
struct BoardMonths: Sendable {
    let months: [Int]
    let byInstitution: [MemberKey: Figure]
    let municipality: [Int: Figure]
    /// The day on which one looks: a month that runs is drawn, and no sentence compares it.
    var today: Day?

    /// More small charts than this are no picture any more: the others are on pages of their own.
    static let most = 32
    /// What the address calls the page of them.
    static let name = "months"

    static func load(_ selection: Selection, _ figures: PageFigures) throws -> BoardMonths {
        let measure = "attendance/missed-share"
        let all = try figures.vector(measure, selection, over: [.institution, .month])
        let shown = all.filter { !$0.value.isHidden && $0.key[1] > 0 }
        return BoardMonths(
            months: Set(shown.keys.map { $0[1] }).sorted(),
            byInstitution: shown,
            municipality: try shown.isEmpty ? [:] : figures.line(measure, selection, over: .month),
            today: figures.desk.today
        )
    }

    /// The pictures of one page, with the ways to the others.
    func html(
        _ lines: [Board.Line],
        page: Int = 1,
        _ language: Language,
        address: @escaping @Sendable (Int) -> Address
    ) -> HTML? {
        let all = lines.filter { line in months.contains { byInstitution[[line.id, $0]] != nil } }
        guard months.count > 1, all.count > 1 else { return nil }
        // Pages are equally long, so that the last one is no single picture.
        let pages = (all.count + BoardMonths.most - 1) / BoardMonths.most
        let length = (all.count + pages - 1) / pages
        let page = min(max(1, page), pages)
        let known = Array(all.dropFirst((page - 1) * length).prefix(length))
        let format = Format(language)
        let heading = Text(lv: "Kavēto stundu daļa pa mēnešiem", en: "Share of lessons missed by month")[
            language
        ]
        var head = ChartHead(
            id: "months",
            language,
            title: heading,
            summary: (finding(known) ?? BoardMonths.scale)[language]
        )
        head.hidesTitle = true
        head.makings =
            known.map { line in months.map { byInstitution[[line.id, $0]]?.making } }
            + [months.map { municipality[$0]?.making }]
        let chart = SmallMultiples(
            head,
            units: Units(decimals: 1, sign: "%"),
            thing: Text(lv: "Iestāde", en: "Institution")[language],
            categories: months.map { format.shortMonth(Month(number: $0)) },
            panels: known.map { line in
                .init(line.name, months.map { byInstitution[[line.id, $0]]?.scaled?.value })
            },
            comparison: municipality.values.contains { $0.scaled != nil }
                ? .init(
                    Text(lv: "Pašvaldība", en: "Municipality")[language],
                    months.map { municipality[$0]?.scaled?.value }
                ) : nil
        )
        let legend: HTML = "<p class=\"legend\">\(BoardMonths.scale + unfinished, language)</p>"
        let ways = Pagination(language, page: page, of: pages, address: address)
        return Section(heading, "\(chart.html)\(legend)\(ways.html)").html
    }

    private static let scale = Text(
        lv: "Procenti no reģistrētajām stundām; pelēkā līnija ir pašvaldība kopā, visiem ir viens mērogs.",
        en: "Per cent of lessons recorded; the grey line is the municipality, all have one scale."
    )

    /// The months that are over.
    private var whole: [Int] {
        guard let today else { return months }
        return months.filter { !Month(number: $0).runs(on: today) }
    }

    private var unfinished: Text {
        guard let today, whole.count < months.count else { return Text(same: "") }
        return Text(same: " ") + today.month.unfinished(on: today)
    }

    /// What one sees: when most is missed in all, and where the lines lead.
    ///
    /// It rests on the figures that are drawn, so it tells nothing that they do not show.
    func finding(_ lines: [Board.Line]) -> Text? {
        let changes = lines.map { line -> LineFinding.Ends in
            (Text(same: line.name), ends { byInstitution[[line.id, $0]] })
        }
        let sentences = [ofAll, LineFinding(changes, naming: true).words].compactMap { $0 }
        guard !sentences.isEmpty else { return nil }
        return Text(
            lv: sentences.map(\.lv).joined(separator: " "),
            en: sentences.map(\.en).joined(separator: " ")
        )
    }

    /// The months in which most and least is missed in the whole municipality.
    private var ofAll: Text? {
        let known = whole.filter { number(municipality[$0]) != nil }
        guard let most = known.max(by: { value($0) < value($1) }),
            let least = known.min(by: { value($0) < value($1) }), value(most) > value(least)
        else { return nil }
        let (top, bottom) = (words(municipality[most]), words(municipality[least]))
        let (high, low) = (name(most), name(least))
        return Text(
            lv: "Pašvaldībā lielākā vērtība – \(high.lv) (\(top.lv)), mazākā – \(low.lv) (\(bottom.lv)).",
            en: "In the municipality: highest – \(high.en) (\(top.en)), lowest – \(low.en) (\(bottom.en))."
        )
    }

    private func value(_ month: Int) -> Int { number(municipality[month]) ?? 0 }

    /// The numbers that are drawn of a line, in the order of the months.
    private func ends(_ figure: (Int) -> Figure?) -> [LineFinding.End?] {
        whole.map { month in
            let shown = figure(month)
            return number(shown).map { LineFinding.End($0, words(shown), at: name(month)) }
        }
    }

    private func number(_ figure: Figure?) -> Int? {
        guard let figure, !figure.isHidden else { return nil }
        return figure.scaled?.value
    }

    private func words(_ figure: Figure?) -> Text {
        Text(lv: figure?.words(.lv) ?? "", en: figure?.words(.en) ?? "")
    }

    private func name(_ month: Int) -> Text {
        let month = Month(number: month)
        return Text(lv: Format(.lv).shortMonth(month), en: Format(.en).shortMonth(month))
    }
}
