import Frame
import Kernel

extension Refusal {
    static let sameNumber = Refusal(
        .usage,
        Text(lv: "Tas ir viens un tas pats numurs.", en: "It is the same number twice."),
        advice: Text(lv: "Norādiet divus izglītojamos.", en: "Name two pupils.")
    )

    static func noPupil(_ pupil: PupilID) -> Refusal {
        Refusal(
            .unknown,
            Text(
                lv: "Izglītojamā ar numuru \(pupil.rawValue) reģistrā nav.",
                en: "The register has no pupil of the number \(pupil.rawValue)."
            ),
            advice: Text(
                lv: "Pārbaudiet numuru; izglītojamos, kuru dati dzēsti, neapvieno.",
                en: "Check the number; pupils whose data were erased are not joined."
            )
        )
    }

    static func leadsOn(_ pupil: PupilID, _ target: PupilID) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Izglītojamais \(pupil.rawValue) jau ir apvienots ar \(target.rawValue).",
                en: "The pupil \(pupil.rawValue) is joined with \(target.rawValue) already."
            ),
            advice: Text(lv: "Norādiet numuru \(target.rawValue).", en: "Name the number \(target.rawValue).")
        )
    }

    static func undecided(_ table: Text) -> Refusal {
        Refusal(
            .invalid,
            Text(
                lv:
                    "Abiem izglītojamajiem par vienu un to pašu ir atšķirīgi ieraksti (\(table.lv)); nekas nav mainīts.",
                en:
                    "Both pupils have different records of the same things (\(table.en)); nothing was changed."
            ),
            advice: Text(
                lv: "Izvēlieties, kuri paliek: --keep survivor, other vai both.",
                en: "Choose which ones stay: --keep survivor, other or both."
            )
        )
    }

    /// What a team does for both has to become one first, and only those who do it know how.
    static let workOfTwo = Refusal(
        .conflict,
        Text(
            lv: "Ar abiem izglītojamajiem vēl strādā atbalsta komanda; nekas nav mainīts.",
            en: "The support team is still at work with both pupils; nothing was changed."
        ),
        advice: Text(
            lv:
                "Lūdziet PMP prevencijas koordinatoram noslēgt darbu ar vienu no viņiem; pēc tam apvienojiet.",
            en: "Ask the coordinator of prevention to close the work for one of them; join them then."
        )
    )

    static let partedAlready = Refusal(
        .conflict,
        Text(lv: "Šie izglītojamie jau ir atdalīti.", en: "These pupils are parted already."),
        advice: Text(lv: "Nekas nav jādara.", en: "There is nothing to do.")
    )

    static let partingEnded = Refusal(
        .conflict,
        Text(
            lv: "Atdalīt vairs nevar: beidzies apvienošanas datu glabāšanas termiņš.",
            en: "They cannot be parted any more: what was moved was kept for a time that is over."
        ),
        advice: Text(
            lv: "Ja tie ir divi cilvēki, importējiet otra izglītojamā datus no jauna.",
            en: "If they are two people, import the data of the second one again."
        )
    )

    static func partFirst(_ later: Int) -> Refusal {
        Refusal(
            .conflict,
            Text(
                lv: "Pēc tam viens no numuriem apvienots vēlreiz.",
                en: "One of the numbers was joined again afterwards."
            ),
            advice: Text(
                lv: "Vispirms atceliet apvienošanu Nr. \(later).",
                en: "Take back joining no. \(later) first."
            )
        )
    }

    static let partnerGone = Refusal(
        .conflict,
        Text(
            lv: "Imports, kas otru izglītojamo reģistrā ienesa, pēc tam atsaukts.",
            en: "The import that brought the second pupil was undone afterwards."
        ),
        advice: Text(
            lv: "Ja tas ir cits cilvēks, importējiet viņa datus no jauna.",
            en: "If it is somebody else, import their data again."
        )
    )

    /// Files that were read before two pupils were joined or parted name them as they were.
    static let readBeforeMerge = Refusal(
        .conflict,
        Text(
            lv: "Kopš faila nolasīšanas apvienoti vai atdalīti izglītojamie; nekas nav saglabāts.",
            en: "Pupils were joined or parted since the file was read; nothing was saved."
        ),
        advice: Text(lv: "Importējiet failu vēlreiz.", en: "Read the file again.")
    )

    /// What stands in the way of parting two pupils, grouped, and what to do first.
    static func parting(_ conflicts: [UndoConflict], _ house: HouseBook) -> Refusal {
        var groups: [Text: Int] = [:]
        for conflict in conflicts { groups[conflict.words(house), default: 0] += 1 }
        let parts = groups.sorted { $0.key.lv < $1.key.lv }
        let lv = parts.map { "\($0.key.lv): \(Format(.lv).integer($0.value))" }.joined(separator: "; ")
        let en = parts.map { "\($0.key.en): \(Format(.en).integer($0.value))" }.joined(separator: "; ")
        return Refusal(
            .conflict,
            Text(
                lv:
                    "Izglītojamos nevar atdalīt, jo pārvietotie ieraksti vēlāk mainīti; nekas nav mainīts. \(lv)",
                en:
                    "The pupils cannot be parted, for what was moved was changed later; nothing was changed. \(en)"
            ),
            advice: Text(
                lv: "Vispirms atsauciet vēlākos importus vai labojumus.",
                en: "First undo the later imports or edits."
            )
        )
    }
}
