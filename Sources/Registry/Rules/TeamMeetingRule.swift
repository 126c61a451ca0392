package import Kernel

/// How many times in a month a support team meets.
///
/// No regulation says it: institutions write twice a month into their own order of work, so each board sets it.
package struct TeamMeetingRule: RuleParameters {
    package static let regulation = "team-meetings"
    package static let title = Text(
        lv: "Atbalsta komandas sanāksmju biežums",
        en: "How often a support team meets"
    )
    /// The least number of meetings in a month; 0 where nobody is reminded.
    package let meetings: Int

    package static let fields = [
        RuleField(
            "meetings",
            Text(lv: "Sanāksmes mēnesī, ne mazāk kā", en: "Meetings in a month, at least"),
            .whole(0...20),
            hint: Text(
                lv:
                    "Ja mēnesī ieplānots vai noticis mazāk, par to atgādina komandas vadītājam; 0 – neatgādina.",
                en:
                    "Where fewer are planned or held in a month, whoever leads the team is reminded; 0 for never."
            )
        )
    ]
}

enum TeamMeetingSeeds {
    static let all = [
        Regulation(
            name: TeamMeetingRule.regulation,
            from: Day(number: 0),
            to: nil,
            words: Text(
                lv: "Iestādes atbalsta komanda tiekas vismaz divas reizes mēnesī.",
                en: "The support team of an institution meets at least twice a month."
            ),
            source: "Nosaka pašvaldība",
            parameters: #"{"meetings":2}"#,
            isEditable: true
        )
    ]
}
