package import Kernel
package import Pages

/// The ways between the pages of the team's work: the board, cases, meetings, tasks.
package enum TeamTabs {
    /// The tabs with the page that the reader is on.
    package static func html(_ current: String, _ language: Language) -> HTML {
        let links = [
            (Text(lv: "Izglītojamie", en: "Pupils"), "/team"), (Text(lv: "Gadījumi", en: "Cases"), "/cases"),
            (Text(lv: "Nosūtījumi", en: "Referrals"), "/referrals"),
            (Text(lv: "Sanāksmes", en: "Meetings"), "/meetings"),
            (Text(lv: "Mani uzdevumi", en: "My tasks"), "/tasks"),
            (Text(lv: "Mani termiņi", en: "My dates"), "/dates"),
        ]
        return Tabs(
            Text(lv: "Atbalsta komanda", en: "Support team")[language],
            links.map { Link($0.0[language], Address($0.1), isCurrent: $0.1 == current) }
        ).html
    }
}
