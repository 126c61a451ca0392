package import Frame
package import Kernel
package import Storage

/// The fewest people that anything is told of to whoever does not work with them.
///
/// No regulation says it. A board may raise what is shipped and never go below it: what could be told of four would tell
/// of each of them. It holds by the day on which somebody looks, of past years too.
package struct LeastPeopleRule: RuleParameters {
    package static let regulation = "least-people"
    package static let title = Text(
        lv: "Mazākais rādāmais cilvēku skaits",
        en: "Least number of people shown"
    )
    /// People; numbers about fewer are hidden.
    package let people: Int

    package static let fields = [
        RuleField(
            "people",
            Text(lv: "Cilvēki, ne mazāk kā", en: "People, at least"),
            .whole(PeopleFloor.range),
            hint: Text(
                lv: """
                    Skaitļus par mazāku cilvēku skaitu nerāda; mazāk par \(PeopleFloor.least) noteikt nevar. Mainot šo skaitu, \
                    mainās arī jau redzamās atskaites un lapas.
                    """,
                en: """
                    Numbers about fewer people are not shown; fewer than \(PeopleFloor.least) cannot be set. With this number \
                    reports and pages change that were seen before.
                    """
            )
        )
    ]

    /// What a board has set for a day; what is shipped where nothing is in force.
    ///
    /// Asked with every report, so that the records of this rule alone are read.
    @Sendable package static func floor(
        _ tenant: TenantID,
        _ day: Day,
        _ connection: Connection
    ) throws -> Int {
        let records = try RuleRecord.all(RuleKind(LeastPeopleRule.self), tenant, connection)
        let own: LeastPeopleRule? = try Regulations(records.map(\.rule)).parameters(on: day)
        return max(PeopleFloor.least, own?.people ?? PeopleFloor.least)
    }
}

enum LeastPeopleSeeds {
    static let all = [
        Regulation(
            name: LeastPeopleRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: """
                    Skaitļus par dažiem cilvēkiem un skaitļus, no kuriem tos varētu iegūt atņemot, rāda tikai tiem, kuri ar šiem \
                    cilvēkiem strādā. Citiem rāda skaitļus par vismaz tik cilvēkiem, cik šeit noteikts, arī par iepriekšējiem gadiem.
                    """,
                en: """
                    Numbers about a few people, and numbers from which these could be found by subtraction, are shown only to \
                    those who work with these people. Others are shown numbers about at least as many people as are set here, of past \
                    years too.
                    """
            ),
            source: "Nosaka pašvaldība",
            parameters: #"{"people":\#(PeopleFloor.least)}"#,
            isEditable: true
        )
    ]
}
