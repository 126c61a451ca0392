package import Frame
package import Kernel

/// Something that is wrong with a chain.
package enum AuditFinding: Hashable, Sendable {
    /// Records are not there: the numbers of the first and the last.
    case missing(from: Int, to: Int)
    /// A record is not the one that was written there: edited, put in another's place, or its neighbour was.
    case changed(Int)
    /// Records at the end are not there: the number that was reached and the one that there should be.
    case cutOff(after: Int, expected: Int)
    /// The chain is whole and yet not the one that an anchor was taken of.
    case rewritten(AuditAnchor)
    /// The note of the chain's end says another hash than the last record.
    case endDiffers(Int)
    /// The list by which records are found by person does not agree with the records.
    case personsDiffer

    /// What a person reads.
    package var words: Text {
        switch self {
        case .missing(let from, let to):
            Text(lv: "Trūkst ierakstu: \(from)–\(to).", en: "Records are missing: \(from)–\(to).")
        case .changed(let seq):
            Text(
                lv: "Ieraksts \(seq) ir mainīts vai pārvietots.",
                en: "Record \(seq) was changed or moved."
            )
        case .cutOff(let after, let expected):
            Text(
                lv: "Žurnāla beigas ir nogrieztas: pēdējais ieraksts ir \(after), jābūt vismaz \(expected).",
                en: "The end of the trail is cut off: the last record is \(after), it should be \(expected)."
            )
        case .rewritten(let anchor):
            Text(
                lv:
                    "Žurnāls ir pārrakstīts: ieraksts \(anchor.seq) nesakrīt ar \(anchor.day) izdrukāto ķēdes galu.",
                en:
                    "The trail was rewritten: record \(anchor.seq) does not agree with the anchor of \(anchor.day)."
            )
        case .endDiffers(let seq):
            Text(
                lv: "Žurnāla beigu atzīme nesakrīt ar ierakstu \(seq).",
                en: "The note of the trail's end does not agree with record \(seq)."
            )
        case .personsDiffer:
            Text(
                lv: "Personu rādītājs nesakrīt ar ierakstiem.",
                en: "The index of persons does not agree with the records."
            )
        }
    }
}

/// What a verification found.
package struct AuditVerification: Hashable, Sendable {
    /// The tenant.
    package let tenant: TenantID
    /// How many records were read.
    package let count: Int
    /// How many anchors were compared.
    package let anchors: Int
    /// What is wrong, in the order of the chain; empty where all is well.
    ///
    /// No more than a thousand are kept.
    package let findings: [AuditFinding]

    /// Whether nothing is wrong.
    package var isSound: Bool { findings.isEmpty }

    /// The outcome in a sentence.
    package var words: Text {
        guard !isSound else {
            let records = Noun(lv: "ieraksts", "ieraksti", en: "record", "records").counted(count)
            return Text(
                lv: "Žurnāls ir neskarts: \(records.lv).",
                en: "The trail is whole: \(records.en)."
            )
        }
        return Text(lv: "Žurnāls ir bojāts.", en: "The trail is damaged.")
    }
}
