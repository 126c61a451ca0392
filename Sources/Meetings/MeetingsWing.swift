internal import Cases
package import Frame
internal import Kernel
internal import Registry
internal import Storage

/// The wing of prevention for the team's month: the board of pupils, meetings with minutes, tasks, sheets.
package let meetingsWing = Room(
    "prevention",
    BoardPage.title,
    migrations: [.meetings, .meetingTaskOwners, .endedMeetings, .meetingTasksOfCases, .undoneNotes],
    registers: [.meetingItems, .meetingRequests],
    measures: MeetingMeasure.all,
    reports: [MeetingsReport.self],
    pages: [
        BoardPage(), MeetingsPage(), MeetingNewPage(), MeetingNewAction(), MeetingPage(),
        MeetingPage(.agenda),
        MeetingPage(.minutes), MeetingEditPage(), MeetingEditAction(), GatherPage(), GatherAction(),
        ItemPage(),
        SheetPage(isOfOne: false), SheetPage(isOfOne: true), PupilMeetingsPage(), PupilMeetingsAction(.ask),
        PupilMeetingsAction(.add), PupilMeetingsAction(.takeBack), TasksPage(), TaskFinishAction(),
        CaseTaskFinishAction(),
    ] + MeetingActions.all,
    navigation: [
        NavigationEntry(
            BoardPage.title,
            "/team",
            .joinCases,
            order: 31,
            alsoAt: [
                "/cases", "/meetings", "/tasks", "/referrals", "/pupils/:pupil/cases",
                "/pupils/:pupil/meetings",
            ]
        )
    ],
    pupilPages: [NavigationEntry(MeetingsPage.title, "/pupils/:pupil/meetings", .workCases, order: 12)],
    dues: [MeetingDues.self, MeetingTaskDues.self, RequestDues.self, TeamMeetingDues.self],
    keeping: [MinutesKeeping.self],
    codes: [ColumnCode("meeting_task", "body") { (body: CaseBody) in body.words }]
)
