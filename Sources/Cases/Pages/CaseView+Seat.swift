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

    /// The way out, for those who take part and do not answer for it.
    var leave: HTML? {
        guard case .member = data.key.standing, data.key.isActive else { return nil }
        return Form(
            id: "leave",
            language,
            action: Address(address + "/answer"),
            csrf: request.formToken,
            parts: [],
            buttons: [
                Button(
                    text("Beigt piedalīties", "Stop taking part"),
                    .second,
                    field: (name: "answer", value: String(MemberState.handedOver.rawValue))
                )
            ]
        ).html
    }
}
