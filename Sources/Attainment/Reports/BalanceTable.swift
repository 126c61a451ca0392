internal import Frame
internal import Kernel

/// The table of marks beside examinations.
enum BalanceTable {
    /// By what the rows of places go: classes of an institution, else institutions; a class has none.
    static func along(_ selection: Selection) -> Dimension? {
        if selection.classGroup != nil { return nil }
        return selection.institution == nil ? .institution : .classGroup
    }

    static func section(_ code: String, _ rows: [BalanceRow], _ along: Dimension?) -> ReportSection {
        let place = along.map { dimension in
            dimension == .institution
                ? ReportColumn("institution", Text(lv: "Iestāde", en: "Institution"), .words)
                : ReportColumn("class", Text(lv: "Klase", en: "Class"), .words)
        }
        let title = Text(lv: "Pa iestādēm vai klasēm", en: "By institution or class")
        return section(code, title: along == nil ? nil : title, rows, place)
    }

    /// A table with a column for what its rows say beside the examination, where there is one.
    static func section(
        _ code: String,
        title: Text?,
        _ rows: [BalanceRow],
        _ place: ReportColumn?
    ) -> ReportSection {
        let exam = ReportColumn("exam", Text(lv: "Eksāmens", en: "Examination"), .words)
        return ReportSection(
            code,
            title: title,
            columns: [exam] + (place.map { [$0] } ?? []) + numbers,
            rows: rows.map { row in
                ReportRow(
                    [.member(.assessment, row.assessment, row.name)] + (row.place.map { [$0] } ?? [])
                        + cells(row)
                )
            },
            chart: place == nil ? .bars(column: "difference") : nil,
            empty: Text(
                lv: "Izglītojamo, kuriem ir gan vērtējums, gan centralizētā eksāmena rezultāts, nav.",
                en: "There are no pupils with both a mark and a result of a central examination."
            )
        )
    }

    static let closed = Text(
        lv: """
            Rādīti tikai visu pieejamo iestāžu kopskaitļi, kas balstās uz pietiekami daudziem izglītojamajiem. Iestādes un klases \
            redz tie, kuri strādā ar to izglītojamajiem.
            """,
        en: """
            Only numbers of all institutions within reach are shown that rest on enough pupils. Institutions and classes are \
            seen by those who work with their pupils.
            """
    )

    private static let numbers: [ReportColumn] = [
        ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils")).made(BalanceMaking.pupils),
        ReportColumn("mark", Text(lv: "Vidējais vērtējums", en: "Mean mark")).made(BalanceMaking.mean),
        ReportColumn("mark_percent", Text(lv: "Vērtējums, %", en: "Mark, %")).made(BalanceMaking.mean),
        ReportColumn("result", Text(lv: "Eksāmens, %", en: "Examination, %")).made(BalanceMaking.mean),
        ReportColumn("difference", Text(lv: "Starpība, p. p.", en: "Difference, points"))
            .made(BalanceMaking.difference),
        ReportColumn("balance", Text(lv: "Līdzsvars", en: "Balance"), .words),
        ReportColumn(
            "in_balance",
            Text(lv: "Līdzsvarā, % izglītojamo", en: "In balance, % of pupils"),
            optional: true
        )
        .made(BalanceMaking.share),
        ReportColumn(
            "state",
            Text(lv: "Eksāmens valstī, %", en: "Examination in the state, %"),
            optional: true
        )
        .made(BalanceMaking.state),
        ReportColumn(
            "state_difference",
            Text(lv: "Pret valsti, p. p.", en: "Beside the state, points"),
            optional: true
        )
        .made(BalanceMaking.stateDifference),
    ]

    private static func cells(_ row: BalanceRow) -> [ReportCell] {
        let state = row.stateMean?.tally?.numerator
        let stateCell =
            state.map { ReportCell.number(Exact.divide($0, by: 10) ?? 0, decimals: 1) } ?? .unknown
        guard let sum = row.sum, sum.pupils > 0 else {
            let hidden = Figure(
                measure: "attainment/mark",
                unit: .mean,
                selection: Selection(year: SchoolYear(0)),
                tally: nil,
                isHidden: true
            )
            return Array(repeating: .figure(hidden), count: 7) + [stateCell, .figure(hidden)]
        }
        func tenths(_ hundredths: Int) -> ReportCell {
            Exact.divide(hundredths, by: sum.pupils * 10).map { .number($0, decimals: 1) } ?? .unknown
        }
        let gap = sum.percents - sum.results
        let own = Exact.divide(sum.inBalance, by: sum.pupils, decimals: 3)
        return [
            .number(sum.pupils, decimals: 0),
            Exact.divide(sum.marks, by: sum.pupils).map { .number($0, decimals: 2) } ?? .unknown,
            tenths(sum.percents), tenths(sum.results), tenths(gap), .words(balance(gap, sum, row.tolerance)),
            own.map { .number($0, decimals: 1) } ?? .unknown, stateCell,
            state.map { tenths(sum.results - $0 * sum.pupils) } ?? .unknown,
        ]
    }

    private static func balance(_ gap: Int, _ sum: BalanceSum, _ tolerance: Int) -> Text {
        if abs(gap) <= tolerance * 100 * sum.pupils { return Text(lv: "līdzsvarā", en: "in balance") }
        return gap > 0
            ? Text(lv: "vērtējumi augstāki", en: "marks higher")
            : Text(lv: "vērtējumi zemāki", en: "marks lower")
    }
}
