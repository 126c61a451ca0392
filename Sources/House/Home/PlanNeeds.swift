import Frame
import Kernel
import Pages
import Planning

/// What programmes wait for: things that are late, and steps of the year that come soon.
enum PlanNeeds {
    static func find(_ desk: Desk) async throws -> [Matter] {
        let (late, soon) = try await PlanReminders.count(desk)
        let matters: [Matter?] = [
            Matter.counted(
                late,
                Noun(
                    lv: "darbs rīcības programmās kavējas",
                    "darbi rīcības programmās kavējas",
                    en: "thing in action programmes is late",
                    "things in action programmes are late"
                ),
                Text(lv: "Apskatīt", en: "Look"),
                "/planning/late",
                isLate: true
            ),
            Matter.counted(
                soon,
                Noun(
                    lv: "programmas gada solis tuvojas",
                    "programmas gada soļi tuvojas",
                    en: "step of a programme’s year comes soon",
                    "steps of a programme’s year come soon"
                ),
                Text(lv: "Atvērt", en: "Open"),
                "/planning"
            ),
        ]
        return matters.compactMap { $0 }
    }
}
