internal import Access
internal import Frame
internal import Kernel
internal import Pages
internal import Registry

/// What the page of a case says and asks of those who do not take part, or need not any more.
extension CaseView {
    /// Whom to ask, for those who work with the pupil and do not take part.
    var contact: HTML {
        let line = text(
            "Izglītojamajam ir atbalsta gadījums. Jūs tajā nepiedalāties, tāpēc tā saturs nav redzams.",
            "The pupil has a case of support. You do not take part in it, so what it holds is not shown."
        )
        let list = DefinitionList([
            (
                text("Kam jautāt", "Whom to ask"),
                data.hasOwner ? owner : HTML(text: Text.askLeaders[language])
            ),
            (text("Iestāde", "Institution"), HTML(text: data.place[language])),
        ])
        return "<p>\(line)</p>\(list)"
    }

    /// What the invited is told of a case that ended before they answered.
    var invitedTooLate: HTML {
        Notice(
            .info,
            language,
            text(
                "Gadījums ir noslēdzies; uzaicinājums vairs nav spēkā.",
                "The case is over; the invitation is no longer in force."
            )
        ).html
    }

    /// What the invited is told, and the answer.
    var invitation: HTML {
        let seat = data.members.last { $0.member.state == .invited }
        var facts: [(name: String, value: HTML)] = [
            (text("Aicina", "Invited by"), HTML(text: data.file.ownerName))
        ]
        if let seat {
            facts.append((text("Nolūks", "Purpose"), HTML(text: seat.purpose ?? "")))
            facts.append(
                (text("Tiesiskais pamats", "Legal basis"), HTML(text: seat.member.basis.words[language]))
            )
            facts.append((text("Līdz", "Until"), HTML(text: format.day(seat.member.ends))))
            if let name = data.former[seat.member.insteadOf] {
                facts.append((text("Vietu nodod", "The place is handed over by"), HTML(text: name)))
            }
        }
        let line = text(
            "Jūs aicina piedalīties šajā gadījumā. Tā saturu redzēsiet, kad būsiet piekritis.",
            "You are invited to take part in this case. You will see what it holds once you have accepted."
        )
        let form = Form(
            id: "answer",
            language,
            action: Address(address + "/answer"),
            csrf: request.formToken,
            parts: [],
            buttons: [
                Button(
                    text("Piedalīties", "Take part"),
                    field: (name: "answer", value: String(MemberState.accepted.rawValue))
                ),
                Button(
                    text("Atteikties", "Decline"),
                    .second,
                    field: (name: "answer", value: String(MemberState.rejected.rawValue))
                ),
            ]
        )
        return "<p>\(line)</p>\(DefinitionList(facts))\(form)"
    }

    /// The ways out, for those who take part and do not answer for it: handing the place over, and leaving.
    var leave: HTML? {
        guard case .member = data.key.standing, data.key.isActive else { return nil }
        let title = text("Jūsu dalība", "Your part in the case")
        return Section(title, id: "leave", "\(passOn)\(stop)").html
    }

    private var passOn: HTML? {
        guard !data.successors.isEmpty else { return nil }
        let people = data.successors.map {
            Option(String($0.account.rawValue), $0.words(language))
        }
        let field = Field(
            "successor",
            text("Kas pārņem", "Who takes over"),
            .select([Option("", "–")] + people, chosen: typed("place", "successor") ?? ""),
            hint: text(
                "Savas institūcijas darbinieks. Viņu uzaicina ar to pašu nolūku, tiesisko pamatu un pēdējo dienu; "
                    + "gadījuma vadītājam to paziņo. Jūs gadījumu vairs neredzēsiet.",
                "Somebody of your own institution, who is invited with the same purpose, legal basis and last day; "
                    + "the owner of the case is told. You will not see the case any more."
            ),
            error: error("place", "successor")
        )
        return folded(
            "place",
            text("Nodot savu vietu kolēģim", "Hand your place over to a colleague"),
            "place",
            [.field(field)],
            text("Nodot vietu", "Hand the place over")
        )
    }

    private var stop: HTML {
        Form(
            id: "stop",
            language,
            action: Address(address + "/answer"),
            csrf: request.formToken,
            parts: [],
            buttons: [
                Button(
                    text("Beigt piedalīties", "Stop taking part"),
                    .second,
                    field: (name: "answer", value: String(MemberState.left.rawValue))
                )
            ]
        ).html
    }
}
