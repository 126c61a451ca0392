import Frame
import Kernel
import Pages
import Planning

/// What programmes wait for: things that are late, and steps of the year that come soon.
enum PlanNeeds {
    static func find(_ desk: Desk) async throws -> [Matter] {
        let (late, soon) = try await PlanReminders.count(desk)
        var matters: [Matter] = []
        if late > 0 {
            var matter = Matter(
                late,
                Noun(
                    lv: "darbs rīcības programmās kavējas",
                    "darbi rīcības programmās kavējas",
                    en: "thing in action programmes is late",
                    "things in action programmes are late"
                )
            )
            matter.isLate = true
            matter.way = (Text(lv: "Apskatīt", en: "Look"), "/planning/late")
            matters.append(matter)
        }
        if soon > 0 {
            var matter = Matter(
                soon,
                Noun(
                    lv: "programmas gada solis tuvojas",
                    "programmas gada soļi tuvojas",
                    en: "step of a programme’s year comes soon",
                    "steps of a programme’s year come soon"
                )
            )
            matter.way = (Text(lv: "Atvērt", en: "Open"), "/planning")
            matters.append(matter)
        }
        return matters
    }
}
