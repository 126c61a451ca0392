internal import Frame
internal import Kernel

/// Pupils in groups by lessons missed, for readers who may not see single pupils.
///
/// The bounds are fixed numbers, for the least and the greatest value are a person's; a group below the floor
/// joins its neighbour.
enum PointBins {
    /// The least number of pupils of which anything is shown, where the floor is no higher.
    static let least = 20
    /// The highest number of lessons in each group but the last.
    private static let bounds = [0, 10, 20, 40, 60, 80, 120, 160, 240]

    struct Bin {
        /// The lowest number of lessons.
        var low: Int
        /// The highest number of lessons; nil in the last group.
        var high: Int?
        var pupils = 0
        /// The sum of the pupils' means, in hundredths.
        var marks = 0
    }

    static func section(_ points: [PupilPoint], floor: Int) -> ReportSection {
        ReportSection(
            "groups",
            title: Text(lv: "Izglītojamie grupās", en: "Pupils in groups"),
            columns: [
                ReportColumn("missed", Text(lv: "Kavētās stundas", en: "Lessons missed"), .words),
                ReportColumn("pupils", Text(lv: "Izglītojamie", en: "Pupils"))
                    .made(PointMaking.pupils(floor: floor)),
                ReportColumn("mark", Text(lv: "Vidējais vērtējums", en: "Mean mark")).made(PointMaking.mean),
            ],
            rows: bins(points, floor: floor).map { row($0) },
            chart: .bars(column: "mark")
        )
    }

    /// The groups, none below the floor unless all pupils together are.
    static func bins(_ points: [PupilPoint], floor: Int) -> [Bin] {
        var bins = zip([0] + bounds.map { $0 + 1 }, bounds.map(Optional.init) + [nil])
            .map { low, high in Bin(low: low, high: high) }
        for point in points {
            let index = bounds.firstIndex { point.lessons <= $0 } ?? bounds.count
            bins[index].pupils += 1
            bins[index].marks += Exact.divide(point.mark.numerator, by: point.mark.denominator) ?? 0
        }
        return merged(bins.filter { $0.pupils > 0 }, floor: floor)
    }

    private static func merged(_ bins: [Bin], floor: Int) -> [Bin] {
        var out: [Bin] = []
        for bin in bins {
            guard let last = out.last, last.pupils < floor else {
                out.append(bin)
                continue
            }
            out[out.count - 1] = joined(last, bin)
        }
        guard let last = out.last, last.pupils < floor else { return out }
        out.removeLast()
        guard let before = out.popLast() else { return [] }
        return out + [joined(before, last)]
    }

    private static func joined(_ left: Bin, _ right: Bin) -> Bin {
        Bin(
            low: left.low,
            high: right.high,
            pupils: left.pupils + right.pupils,
            marks: left.marks + right.marks
        )
    }

    private static func row(_ bin: Bin) -> ReportRow {
        let mean = Exact.divide(bin.marks, by: bin.pupils)
        return ReportRow([
            .words(words(bin)), .number(bin.pupils, decimals: 0),
            mean.map { .number($0, decimals: 2) } ?? .unknown,
        ])
    }

    private static func words(_ bin: Bin) -> Text {
        guard let high = bin.high else {
            return Text(lv: "\(bin.low) un vairāk", en: "\(bin.low) and more")
        }
        guard bin.low < high else { return Text(same: "\(high)") }
        return Text(lv: Format(.lv).range(bin.low, high), en: Format(.en).range(bin.low, high))
    }
}
