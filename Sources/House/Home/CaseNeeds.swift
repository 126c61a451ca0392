import Cases
import Frame
import Kernel
import Pages
import Storage

/// Cases that nobody answers for, own cases that were to be looked at, and invitations that wait for an answer.
enum CaseNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let (invited, late, ownerless) = try CaseReminders.count(desk, connection)
        let referrals = try CaseReminders.referrals(desk, connection)
        let matters: [Matter?] = [
            Matter.counted(
                ownerless,
                Noun(
                    lv: "atbalsta gadījumam nav vadītāja",
                    "atbalsta gadījumiem nav vadītāja",
                    en: "case of support has no owner",
                    "cases of support have no owner"
                ),
                Text(lv: "Iecelt", en: "Name one"),
                "/cases?state=ownerless",
                isLate: true
            ),
            Matter.counted(
                late,
                Noun(
                    lv: "atbalsta gadījums jāpārskata",
                    "atbalsta gadījumi jāpārskata",
                    en: "case of support is to be reviewed",
                    "cases of support are to be reviewed"
                ),
                Text(lv: "Atvērt", en: "Open"),
                "/cases?own=1",
                isLate: true
            ),
            Matter.counted(
                invited,
                Noun(
                    lv: "uzaicinājums atbalsta gadījumā gaida atbildi",
                    "uzaicinājumi atbalsta gadījumos gaida atbildi",
                    en: "invitation to a case of support waits for an answer",
                    "invitations to cases of support wait for an answer"
                ),
                Text(lv: "Atbildēt", en: "Answer"),
                "/cases"
            ),
            Matter.counted(
                referrals,
                Noun(
                    lv: "nosūtījums gaida jūsu atbildi",
                    "nosūtījumi gaida jūsu atbildi",
                    en: "referral waits for your answer",
                    "referrals wait for your answer"
                ),
                Text(lv: "Atbildēt", en: "Answer"),
                "/referrals"
            ),
        ]
        return matters.compactMap { $0 }
    }

    /// How many days something is new.
    private static let week = 7

    /// Own cases in which others did something in the last week, and cases whose owner is another one since.
    static func news(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        try received(desk, connection) + passedOn(desk, connection) + fresh(desk, connection)
    }

    /// Cases that are one's own since somebody gave them.
    private static func received(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let cases = try CaseGiven.received(days: week, desk, connection)
        guard let first = cases.first else { return [] }
        var matter = Matter(
            cases.count,
            Noun(
                lv: "atbalsta gadījums nodots jums",
                "atbalsta gadījumi nodoti jums",
                en: "case of support was given to you",
                "cases of support were given to you"
            )
        )
        let address: Address = cases.count == 1 ? Address("/cases/\(first.caseID)") : "/cases?own=1"
        matter.way = (Text(lv: "Atvērt", en: "Open"), address)
        return [matter]
    }

    /// Cases that were one's own, by who answers for them now; of the pupil nothing is said.
    private static func passedOn(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let cases = Dictionary(grouping: try CaseGiven.passedOn(days: week, desk, connection), by: \.next)
        let sorted = cases.sorted { left, right in
            LatvianOrder.precedes(
                (left.key, left.value.first?.caseID ?? 0),
                (right.key, right.value.first?.caseID ?? 0)
            )
        }
        return sorted.map { name, given in
            var matter = Matter(
                given.count,
                Noun(
                    lv: "jūsu atbalsta gadījums nodots citam vadītājam: \(name)",
                    "jūsu atbalsta gadījumi nodoti citam vadītājam: \(name)",
                    en: "case of support of yours was given to another owner: \(name)",
                    "cases of support of yours were given to another owner: \(name)"
                )
            )
            if let only = given.first, given.count == 1, only.opens {
                matter.way = (Text(lv: "Atvērt", en: "Open"), Address("/cases/\(only.caseID)"))
            }
            return matter
        }
    }

    private static func fresh(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let count = try CaseReminders.fresh(days: week, desk, connection)
        guard count > 0 else { return [] }
        var matter = Matter(
            count,
            Noun(
                lv: "atbalsta gadījumā, kurā piedalāties, nedēļas laikā ir kas jauns",
                "atbalsta gadījumos, kuros piedalāties, nedēļas laikā ir kas jauns",
                en: "case of support that you take part in has something new this week",
                "cases of support that you take part in have something new this week"
            )
        )
        matter.way = (Text(lv: "Atvērt", en: "Open"), "/cases?own=1")
        return [matter]
    }
}
