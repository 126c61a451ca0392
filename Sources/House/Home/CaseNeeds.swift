import Cases
import Frame
import Kernel
import Pages
import Storage

/// Cases that nobody answers for, own cases that were to be looked at, and invitations that wait for an answer.
enum CaseNeeds {
    static func find(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let (invited, late, ownerless) = try CaseReminders.count(desk, connection)
        var matters: [Matter] = []
        if ownerless > 0 {
            var matter = Matter(
                ownerless,
                Noun(
                    lv: "atbalsta gadījumam nav vadītāja",
                    "atbalsta gadījumiem nav vadītāja",
                    en: "case of support has no owner",
                    "cases of support have no owner"
                )
            )
            matter.isLate = true
            matter.way = (Text(lv: "Iecelt", en: "Name one"), "/cases?state=ownerless")
            matters.append(matter)
        }
        if late > 0 {
            var matter = Matter(
                late,
                Noun(
                    lv: "atbalsta gadījums jāpārskata",
                    "atbalsta gadījumi jāpārskata",
                    en: "case of support is to be reviewed",
                    "cases of support are to be reviewed"
                )
            )
            matter.isLate = true
            matter.way = (Text(lv: "Atvērt", en: "Open"), "/cases?own=1")
            matters.append(matter)
        }
        if invited > 0 {
            var matter = Matter(
                invited,
                Noun(
                    lv: "uzaicinājums atbalsta gadījumā gaida atbildi",
                    "uzaicinājumi atbalsta gadījumos gaida atbildi",
                    en: "invitation to a case of support waits for an answer",
                    "invitations to cases of support wait for an answer"
                )
            )
            matter.way = (Text(lv: "Atbildēt", en: "Answer"), "/cases")
            matters.append(matter)
        }
        let referrals = try CaseReminders.referrals(desk, connection)
        if referrals > 0 {
            var matter = Matter(
                referrals,
                Noun(
                    lv: "nosūtījums gaida jūsu atbildi",
                    "nosūtījumi gaida jūsu atbildi",
                    en: "referral waits for your answer",
                    "referrals wait for your answer"
                )
            )
            matter.way = (Text(lv: "Atbildēt", en: "Answer"), "/referrals")
            matters.append(matter)
        }
        return matters
    }

    /// Own cases in which others did something in the last week.
    static func news(_ desk: Desk, _ connection: Connection) throws -> [Matter] {
        let count = try CaseReminders.fresh(days: 7, desk, connection)
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
