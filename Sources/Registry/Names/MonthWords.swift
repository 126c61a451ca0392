package import Kernel

extension Month {
    /// What people call it, with its year.
    package var words: Text {
        Text(
            lv: "\(year). gada \(Month.namesLv[month - 1])",
            en: "\(Month.namesEn[month - 1]) \(year)"
        )
    }

    /// Whether it is not over on a day in it.
    package func runs(on day: Day) -> Bool { day.month == self && day < last }

    /// That it is not over: "2026. gada decembris vēl nav beidzies, ziņas ir līdz 01.12.2026."
    func unfinished(on day: Day) -> Text {
        Text(
            lv: "\(words.lv) vēl nav beidzies, ziņas ir līdz \(Format(.lv).day(day))",
            en: "\(words.en) is not over, it is known to \(Format(.en).day(day))."
        )
    }

    /// Months by their numbers without a year, those in a row by the first and the last: `aprīlis–maijs`.
    package static func words(of months: Set<Int>) -> Text {
        var runs: [ClosedRange<Int>] = []
        for number in months.sorted() {
            if let run = runs.last, run.upperBound + 1 == number {
                runs[runs.count - 1] = run.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        func words(_ names: [String]) -> String {
            runs.map { run in
                let ends = run.count == 1 ? [run.lowerBound] : [run.lowerBound, run.upperBound]
                return ends.map { names[Month(number: $0).month - 1] }.joined(separator: "–")
            }
            .joined(separator: ", ")
        }
        return Text(lv: words(namesLv), en: words(namesEn))
    }

    private static let namesLv = [
        "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts", "septembris",
        "oktobris", "novembris", "decembris",
    ]
    private static let namesEn = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
