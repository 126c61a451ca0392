import Kernel

/// The numbers of a scatter chart as a table.
struct ScatterTable {
    let columns: [DataTable.Column]
    let rows: [DataTable.Row]

    init(_ chart: Scatter) {
        let language = chart.head.language
        func words(_ side: Scatter.Side, _ value: Int) -> String { side.units.words(value, language) }
        func range(_ side: Scatter.Side, _ range: ClosedRange<Int>) -> DataTable.Cell {
            .words("\(words(side, range.lowerBound))–\(words(side, range.upperBound))")
        }
        let sides = [DataTable.Column(chart.x.name, .number), DataTable.Column(chart.y.name, .number)]
        switch chart.marks {
        case .points(let dots):
            columns = [DataTable.Column(chart.names.thing)] + sides
            rows = dots.enumerated().map { index, dot in
                let name = dot.name ?? Format(language).integer(index + 1)
                return DataTable.Row(
                    [.words(name), .words(words(chart.x, dot.x)), .words(words(chart.y, dot.y))])
            }
        case .bins(let bins):
            columns = [
                DataTable.Column(chart.x.name), DataTable.Column(chart.y.name, .number),
                DataTable.Column(chart.names.count, .number),
            ]
            rows = bins.map { bin in
                DataTable.Row([
                    range(chart.x, bin.x), range(chart.y, bin.y), .words(Format(language).integer(bin.count)),
                ])
            }
        }
    }
}
