import Frame
import Kernel
import Pages
import Prevention
import Storage

/// Pupils over the limit of unexcused absence for whom a step is due, for those whose duty it is.
enum DutyNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        guard let (untouched, late) = try AbsenceDuty.waiting(desk, connection) else { return [] }
        let matters = [
            matter(
                untouched,
                "/absence-duty?state=untouched",
                Noun(
                    lv: "izglītojamais kavējis virs robežas, un nekas nav pierakstīts",
                    "izglītojamie kavējuši virs robežas, un nekas nav pierakstīts",
                    en: "pupil is over the limit of absence and nothing is recorded",
                    "pupils are over the limit of absence and nothing is recorded"
                )
            ),
            matter(
                late,
                "/absence-duty?state=late",
                Noun(
                    lv: "izglītojamajam kavējas nākamais solis neattaisnotu kavējumu dēļ",
                    "izglītojamajiem kavējas nākamais solis neattaisnotu kavējumu dēļ",
                    en: "pupil’s next step over unexcused absence is late",
                    "pupils’ next steps over unexcused absence are late"
                )
            ),
        ]
        return matters.compactMap { $0 }
    }

    private static func matter(_ count: Int, _ address: Address, _ noun: Noun) -> Matter? {
        let way = Text(lv: "Atvērt sarakstu", en: "Open the list")
        return Matter.counted(count, noun, way, address, isLate: true)
    }
}
