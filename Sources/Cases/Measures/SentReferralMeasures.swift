internal import Frame
internal import Kernel
internal import Storage

/// Referrals between institutions and other bodies: how many, how they were answered, how long it took.
///
/// A kind is ten times the body's code plus how it stands, as ``ReferralState`` counts; one that was withdrawn counts not.
enum SentReferralMeasures {
    static let all: [any Measure] =
        [base]
        + CaseBody.allCases.filter { $0 != .school }.flatMap { body -> [any Measure] in
            [
                total(body), accepted(body), rejected(body), finished(body), daysToAccept(body),
                daysToFinish(body),
            ]
        }

    private static let along: Set<Dimension> = [.institution, .kind]
    private static let unit = MeasureUnit.count(
        Noun(lv: "nosūtījums", "nosūtījumi", en: "referral", "referrals")
    )
    private static let base = CaseMeasure(
        "sent-referrals",
        Text(lv: "Nosūtījumi starp institūcijām", en: "Referrals between institutions"),
        definition: Text(
            lv: "Mācību gadā nosūtītie nosūtījumi, bez atsauktajiem.",
            en: "Referrals sent in the school year, without those withdrawn."
        ),
        unit: unit,
        along,
        source: { rows($0, $1, "1") }
    )

    static func total(_ body: CaseBody) -> CaseMeasure { count(body, "", 1...4, Text(lv: "", en: "")) }

    /// Those taken on, be they finished or not.
    static func accepted(_ body: CaseBody) -> CaseMeasure {
        // State 3, between accepted and finished, is rejected.
        count(body, "-accepted", [2, 4], Text(lv: ", pieņemti", en: ", accepted"))
    }

    static func rejected(_ body: CaseBody) -> CaseMeasure {
        count(body, "-rejected", [3], Text(lv: ", noraidīti", en: ", rejected"))
    }

    static func finished(_ body: CaseBody) -> CaseMeasure {
        count(body, "-finished", [4], Text(lv: ", pabeigti", en: ", finished"))
    }

    static func daysToAccept(_ body: CaseBody) -> CaseMeasure {
        mean(
            body,
            "-days",
            [2, 4],
            Text(lv: "Dienas līdz nosūtījuma pieņemšanai", en: "Days to accept a referral"),
            Text(
                lv: "Vidējais dienu skaits no nosūtīšanas līdz pieņemšanai.",
                en: "The mean of days from sending to accepting."
            )
        ) { rows($0, $1, "(r.answered_on - r.sent_on) * 100") }
    }

    static func daysToFinish(_ body: CaseBody) -> CaseMeasure {
        mean(
            body,
            "-finish-days",
            [4],
            Text(lv: "Dienas līdz nosūtījuma pabeigšanai", en: "Days to finish a referral"),
            Text(
                lv: "Vidējais dienu skaits no nosūtīšanas līdz pabeigšanai.",
                en: "The mean of days from sending to the end."
            )
        ) { rows($0, $1, "(r.finished_on - r.sent_on) * 100") }
    }

    private static func count(
        _ body: CaseBody,
        _ code: String,
        _ states: some Sequence<Int>,
        _ words: Text
    ) -> CaseMeasure {
        CaseMeasure(
            "sent-referrals-\(body.rawValue)\(code)",
            Text(
                lv: "Nosūtījumi: \(body.words.lv)\(words.lv)",
                en: "Referrals sent: \(body.words.en)\(words.en)"
            ),
            definition: Text(
                lv: "Mācību gadā nosūtītie nosūtījumi šai institūcijai un no tās\(words.lv).",
                en: "Referrals to and from this body, sent in the school year\(words.en)."
            ),
            unit: unit,
            along,
            kinds: states.map { body.rawValue * 10 + $0 },
            base: "sent-referrals",
            source: { rows($0, $1, "1") }
        )
    }

    private static func mean(
        _ body: CaseBody,
        _ code: String,
        _ states: [Int],
        _ title: Text,
        _ definition: Text,
        _ source: @escaping CaseMeasure.Source
    ) -> CaseMeasure {
        CaseMeasure(
            "sent-referrals-\(body.rawValue)\(code)",
            title + Text(same: ": ") + body.words,
            definition: definition,
            unit: .mean,
            along,
            kinds: states.map { body.rawValue * 10 + $0 },
            base: "sent-referrals",
            way: .mean,
            source: source
        )
    }

    /// Days are in hundredths, as means are.
    private static func rows(_ year: SchoolYear, _ tenant: TenantID, _ n: SQL) -> SQL {
        """
        SELECT r.institution_id AS institution_id, r.class_id AS class_id, r.pupil_id AS pupil_id, r.sent_on AS day,
            r.body * 10 + r.state AS kind, \(n) AS n, 1 AS d
        FROM case_referral r
        WHERE r.tenant_id = \(tenant) AND r.state <> \(ReferralState.withdrawn)
            AND r.sent_on >= \(year.first) AND r.sent_on <= \(year.last)
        """
    }
}
