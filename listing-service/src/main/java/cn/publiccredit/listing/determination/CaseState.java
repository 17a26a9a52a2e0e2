package cn.publiccredit.listing.determination;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a listing case stands, and what can be done with it there (国办发〔2020〕49号: notice, statement, determination). */
enum CaseState {
    PROPOSED("已提出", Action.NOTIFY, Action.REJECT),
    NOTIFIED("已告知", Action.STATE, Action.DETERMINE, Action.REJECT),
    HEARD("已听取陈述", Action.STATE, Action.DETERMINE, Action.REJECT),
    DETERMINED("已认定，待复核", Action.APPROVE, Action.REJECT),
    APPROVED("已批准，正在公布"),
    PUBLISHED("已公布"),
    EXITED("已退出"),
    REJECTED("未列入");

    /** What people do with a case. */
    enum Action {
        NOTIFY("告知", "notify"),
        STATE("登记陈述", "statement"),
        DETERMINE("认定", "determine"),
        APPROVE("批准", "approve"),
        REJECT("驳回", "reject");

        private final String zh;
        private final String path;

        Action(String zh, String path) {
            this.zh = zh;
            this.path = path;
        }

        String zh() {
            return zh;
        }

        /** The last part of the action's address. */
        String path() {
            return path;
        }
    }

    private final String zh;
    private final Set<Action> actions;

    CaseState(String zh, Action... actions) {
        this.zh = zh;
        this.actions = actions.length == 0 ? EnumSet.noneOf(Action.class) : EnumSet.of(actions[0], actions);
    }

    String zh() {
        return zh;
    }

    boolean allows(Action action) {
        return actions.contains(action);
    }

    /** What can be done now, as the last parts of the addresses. */
    List<String> allowed() {
        return actions.stream().map(Action::path).toList();
    }

    String allowedZh() {
        return actions.isEmpty() ? "无" : actions.stream().map(Action::zh).collect(Collectors.joining("、"));
    }

    String allowedEn() {
        return actions.isEmpty() ? "nothing" : String.join(", ", allowed());
    }
}
