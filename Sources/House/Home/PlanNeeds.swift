import Frame
import Kernel
import Pages
import Planning

/// What programmes wait for: things that are late, tasks that nobody does or that have no day, and steps of the year that
/// come soon.
enum PlanNeeds {
    static func find(_ desk: Desk) async throws -> [Matter] {
        let found = try await PlanReminders.count(desk)
        // One programme is opened at once; of several the list is.
        let unfinished = found.unfinished.count == 1 ? found.unfinished.first : nil
        let matters: [Matter?] = [
            Matter.counted(
                found.late,
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
                found.incomplete,
                Noun(
                    lv: "uzdevums rīcības programmās ir bez izpildītāja vai termiņa",
                    "uzdevumi rīcības programmās ir bez izpildītāja vai termiņa",
                    en: "task in action programmes lacks who does it or a day",
                    "tasks in action programmes lack who does them or a day"
                ),
                Text(lv: "Apskatīt", en: "Look"),
                unfinished.map { Address("/planning/\($0)") } ?? "/planning"
            ),
            Matter.counted(
                found.soon,
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
