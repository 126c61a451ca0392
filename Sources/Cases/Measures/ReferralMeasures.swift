internal import Frame
internal import Kernel
internal import Storage

/// Invitations of institutions to cases: how many, how they were answered, how long it took.
///
/// A kind is ten times the institution's code plus the answer: 1 none yet, 2 accepted, 3 declined.
enum ReferralMeasures {
    static let all: [any Measure] =
        [referrals, closed]
        + CaseBody.allCases.flatMap { body -> [any Measure] in
            [
                total(body), answered(body, 2), answered(body, 3), daysToAccept(body), closed(body),
                daysToClose(body),
            ]
        }

    private static let along: Set<Dimension> = [.institution, .kind]
    private static let unit = MeasureUnit.count(
        Noun(lv: "uzaicinājums", "uzaicinājumi", en: "invitation", "invitations")
    )

    private static let referrals = CaseMeasure(
        "referrals",
        Text(lv: "Uzaicinājumi institūcijām", en: "Invitations to institutions"),
        definition: Text(
            lv: "Uzaicinājumi piedalīties gadījumos, kas izteikti mācību gadā.",
            en: "Invitations to take part in cases, made in the school year."
        ),
        unit: unit,
        along,
        source: source
    )

    static func total(_ body: CaseBody) -> CaseMeasure {
        measure("referrals-\(body.rawValue)", body, (1...3).map { body.rawValue * 10 + $0 }, "", "")
    }

    /// Accepted (2) or declined (3) referrals to an institution.
    static func answered(_ body: CaseBody, _ answer: Int) -> CaseMeasure {
        let code = answer == 2 ? "accepted" : "declined"
        let words = answer == 2 ? (", pieņemti", ", accepted") : (", noraidīti", ", declined")
        return measure(
            "referrals-\(body.rawValue)-\(code)",
            body,
            [body.rawValue * 10 + answer],
            words.0,
            words.1
        )
    }

    private static func measure(
        _ name: String,
        _ body: CaseBody,
        _ kinds: [Int],
        _ lv: String,
        _ en: String
    ) -> CaseMeasure {
        CaseMeasure(
            name,
            Text(lv: "Uzaicinājumi: \(body.words.lv)\(lv)", en: "Invitations: \(body.words.en)\(en)"),
            definition: Text(
                lv: "Mācību gadā izteiktie uzaicinājumi šai institūcijai\(lv).",
                en: "Invitations of this institution in the school year\(en)."
            ),
            unit: unit,
            along,
            kinds: kinds,
            base: "referrals",
            source: source
        )
    }

    static func daysToAccept(_ body: CaseBody) -> CaseMeasure {
        CaseMeasure(
            "referrals-\(body.rawValue)-days",
            Text(lv: "Dienas līdz piekrišanai: \(body.words.lv)", en: "Days to accept: \(body.words.en)"),
            definition: Text(
                lv: "Vidējais dienu skaits no uzaicinājuma līdz piekrišanai, mācību gadā aicinātajiem.",
                en: "The mean of days from the invitation to its acceptance, of those invited in the year."
            ),
            unit: .mean,
            along,
            kinds: [body.rawValue * 10 + 2],
            base: "referrals",
            way: .mean,
            source: waits
        )
    }

    private static let closed = CaseMeasure(
        "closed-cases",
        Text(lv: "Slēgtie gadījumi ar dalībniekiem", en: "Cases closed with participants"),
        definition: Text(
            lv: "Mācību gadā slēgti gadījumi, kuros institūcija piedalījusies.",
            en: "Cases closed in the school year in which an institution took part."
        ),
        unit: CaseMeasures.cases.unit,
        along,
        source: closings
    )

    static func closed(_ body: CaseBody) -> CaseMeasure {
        CaseMeasure(
            "closed-cases-\(body.rawValue)",
            Text(lv: "Slēgtie gadījumi: \(body.words.lv)", en: "Cases closed: \(body.words.en)"),
            definition: closed.definition,
            unit: closed.unit,
            along,
            kinds: [body.rawValue],
            base: "closed-cases",
            source: closings
        )
    }

    static func daysToClose(_ body: CaseBody) -> CaseMeasure {
        CaseMeasure(
            "closed-cases-\(body.rawValue)-days",
            Text(lv: "Dienas līdz slēgšanai: \(body.words.lv)", en: "Days to close: \(body.words.en)"),
            definition: Text(
                lv: "Vidējais dienu skaits no gadījuma atvēršanas līdz slēgšanai.",
                en: "The mean of days from the opening of a case to its closing."
            ),
            unit: .mean,
            along,
            kinds: [body.rawValue],
            base: "closed-cases",
            way: .mean,
            source: lengths
        )
    }

    @Sendable private static func source(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        rows(year, tenant, "1")
    }

    /// Days are in hundredths, as means are.
    @Sendable private static func waits(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        rows(year, tenant, "(m.answered_on - m.invited_on) * 100")
    }

    private static func rows(_ year: SchoolYear, _ tenant: TenantID, _ n: SQL) -> SQL {
        """
        SELECT c.institution_id AS institution_id, c.class_id AS class_id, c.pupil_id AS pupil_id,
            m.invited_on AS day,
            CASE WHEN m.state = 3 THEN m.body * 10 + 3 WHEN m.answered_on > 0 AND m.state <> 5 THEN m.body * 10 + 2
                ELSE m.body * 10 + 1 END AS kind,
            \(n) AS n, 1 AS d
        FROM case_member m JOIN prevention_case c ON c.tenant_id = m.tenant_id AND c.id = m.case_id
        WHERE m.tenant_id = \(tenant) AND m.invited_on >= \(year.first) AND m.invited_on <= \(year.last)
        """
    }

    @Sendable private static func closings(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        ends(year, tenant, "1")
    }

    @Sendable private static func lengths(_ year: SchoolYear, _ tenant: TenantID) -> SQL {
        ends(year, tenant, "(c.closed_on - c.opened_on) * 100")
    }

    private static func ends(_ year: SchoolYear, _ tenant: TenantID, _ n: SQL) -> SQL {
        """
        SELECT DISTINCT c.id AS case_id, c.institution_id AS institution_id, c.class_id AS class_id,
            c.pupil_id AS pupil_id, c.closed_on AS day, m.body AS kind, \(n) AS n, 1 AS d
        FROM case_member m JOIN prevention_case c ON c.tenant_id = m.tenant_id AND c.id = m.case_id
        WHERE m.tenant_id = \(tenant) AND m.state IN (2, 4, 6) AND c.state = 6
            AND c.closed_on >= \(year.first) AND c.closed_on <= \(year.last)
        """
    }
}
