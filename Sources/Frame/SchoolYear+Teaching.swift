package import Kernel

extension SchoolYear {
    /// 31 May, the last day of the teaching year in reports.
    package var endOfTeaching: Day { Month(start + 1, 5).last }

    /// Whether it is not over on a day: what it adds up to then is of a part of it, and no sentence compares it with whole
    /// years.
    package func isUnfinished(on day: Day) -> Bool { day < endOfTeaching }

    /// That it is not over, as a note of a report.
    package var unfinished: Text {
        Text(
            lv: "\(Format(.lv).schoolYear(self)) mācību gads nav noslēdzies: tā rādītāji ir līdz šodienai.",
            en: "The year \(Format(.en).schoolYear(self)) is not over: its figures are up to today."
        )
    }
}
