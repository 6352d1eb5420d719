//! Every answer can be read by teloxide, and says what it should.

use stoep::practice::{ButtonKind, Kind};
use teloxide::types::{
    BotCommand, BotCommandScope, ChatAction, InputFile, KeyboardButton, KeyboardMarkup, Recipient, ReplyParameters,
    ThreadId,
};

use super::*;

#[tokio::test]
async fn the_bot_itself() {
    let p = play(Limits::none()).await;
    let me = p.bot.get_me().await.unwrap();
    assert_eq!((me.username(), me.can_read_all_group_messages), ("stoep_bot", false));
    p.bot.set_my_description().description("Buren helpen buren").language_code("nl").await.unwrap();
    assert_eq!(p.bot.get_my_description().language_code("nl").await.unwrap().description, "Buren helpen buren");
    p.bot.set_my_name().name("Stoepje").await.unwrap();
    assert_eq!(p.bot.get_my_name().await.unwrap().name, "Stoepje");
    p.bot.set_my_short_description().short_description("Kort").await.unwrap();
    assert_eq!(p.bot.get_my_short_description().await.unwrap().short_description, "Kort");
}

#[tokio::test]
async fn the_menu_is_that_of_the_narrowest_scope_and_the_person_s_language() {
    let p = play(Limits::none()).await;
    let set = async |name: &str, scope: BotCommandScope, language: &str| {
        let call = p.bot.set_my_commands([BotCommand::new(name, "x")]).scope(scope);
        call.language_code(language.to_owned()).await.unwrap();
    };
    set("iedereen", BotCommandScope::Default, "").await;
    set("groep", BotCommandScope::AllGroupChats, "nl").await;
    set("hier", BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(p.group)) }, "en").await;
    let menu = |chat: i64, user: i64| {
        p.world.menu(chat, user, p.account.id).into_iter().map(|c| c.command).collect::<Vec<_>>()
    };
    assert_eq!(menu(p.joop, p.joop), ["iedereen"]);
    assert_eq!(menu(p.group, p.joop), ["groep"]);
    assert_eq!(menu(p.group, p.fatima), ["hier"]);
    assert_eq!(p.world.commands(p.account.id, "all_group_chats", "nl").len(), 1);
    let got = p.bot.get_my_commands().scope(BotCommandScope::AllGroupChats).language_code("nl").await.unwrap();
    assert_eq!(got[0].command, "groep");
    p.bot.delete_my_commands().scope(BotCommandScope::AllGroupChats).language_code("nl").await.unwrap();
    assert_eq!(menu(p.group, p.joop), ["iedereen"]);
}

#[tokio::test]
async fn chats_and_members() {
    let p = play(Limits::none()).await;
    let (group, joop) = (ChatId(p.group), UserId(p.joop as u64));
    let chat = p.bot.get_chat(group).await.unwrap();
    assert!(chat.is_supergroup() && chat.title() == Some("Oosterpark"));
    assert!(p.bot.get_chat(ChatId(p.joop)).await.unwrap().is_private());
    assert!(p.bot.get_chat_member(group, joop).await.unwrap().is_owner());
    assert!(p.bot.get_chat_member(group, p.bot.get_me().await.unwrap().id).await.unwrap().is_present());
    assert_eq!(p.bot.get_chat_member_count(group).await.unwrap(), 3);
    let rights = AdminRights { can_delete_messages: true, can_pin_messages: true, ..AdminRights::default() };
    p.world.set_member_admin(p.group, p.account.id, p.joop, Some(rights)).unwrap();
    let admins = p.bot.get_chat_administrators(group).await.unwrap();
    assert_eq!(admins.len(), 2);
    assert!(admins.iter().any(|a| a.can_delete_messages() && a.user.is_bot));
    let sent = p.bot.send_message(group, "x").await.unwrap();
    p.bot.pin_chat_message(group, sent.id).await.unwrap();
    assert_eq!(p.bot.get_chat(group).await.unwrap().pinned_message.unwrap().id, sent.id);
    p.bot.unpin_chat_message(group).await.unwrap();
    assert!(p.bot.get_chat(group).await.unwrap().pinned_message.is_none());
    p.bot.send_chat_action(group, ChatAction::Typing).await.unwrap();
    p.bot.leave_chat(group).await.unwrap();
}

#[tokio::test]
async fn files_copies_and_forwards() {
    let p = play(Limits::none()).await;
    let group = ChatId(p.group);
    let photo = InputFile::memory(b"pixels".as_slice()).file_name("a.jpg");
    let sent = p.bot.send_photo(group, photo).caption("<i>Kijk</i>").parse_mode(ParseMode::Html).await.unwrap();
    let sizes = sent.photo().unwrap();
    let widths: Vec<u32> = sizes.iter().map(|s| s.width).collect();
    assert_eq!(widths, [90, 320, 800, 1280]);
    // Each size has a name of its own, and each of these names sends the whole photo again.
    let file = sizes[3].file.id.clone();
    let again = p.bot.send_photo(group, InputFile::file_id(file.clone())).await.unwrap();
    assert_eq!(again.photo().unwrap(), sizes);
    let path = p.bot.get_file(file.clone()).await.unwrap().path;
    let url = format!("{}/file/bot{}/{path}", p.url, p.account.token);
    assert_eq!(p.bot.client().get(url).send().await.unwrap().text().await.unwrap(), "pixels");
    let voice = p.bot.send_voice(group, InputFile::memory(b"hm".as_slice())).await.unwrap();
    let voice = voice.voice().unwrap().file.id.clone();
    let again = p.bot.send_voice(group, InputFile::file_id(voice.clone())).caption("nog eens").await.unwrap();
    assert_eq!((again.caption(), &again.voice().unwrap().file.id), (Some("nog eens"), &voice));
    let pdf = p.bot.send_document(group, InputFile::memory(b"pdf".as_slice()).file_name("a.pdf")).await.unwrap();
    assert_eq!(pdf.document().unwrap().file_name.as_deref(), Some("a.pdf"));
    assert_eq!(p.world.message(p.group, pdf.id.0.into()).unwrap().file_name.as_deref(), Some("a.pdf"));
    let edited = p.bot.edit_message_caption(group, pdf.id).caption("Voor het prikbord").await.unwrap();
    assert_eq!(edited.caption(), Some("Voor het prikbord"));
    let wrong = p.refused("sendVoice", json!({"chat_id": p.group, "voice": file.0})).await;
    assert_eq!(wrong.1, "Bad Request: can't use file of type Photo as Voice");
    let unknown = p.refused("sendVoice", json!({"chat_id": p.group, "voice": "x"})).await;
    assert_eq!(unknown.1, "Bad Request: wrong file identifier/HTTP URL specified");
    let long = json!({"chat_id": p.group, "photo": file.0, "caption": "é".repeat(1025)});
    assert_eq!(p.refused("sendPhoto", long).await.1, "Bad Request: message caption is too long");
    let edit = json!({"chat_id": p.group, "message_id": sent.id.0, "text": "x"});
    assert_eq!(p.refused("editMessageText", edit).await.1, "Bad Request: there is no text in the message to edit");

    let copied = p.bot.copy_message(group, group, sent.id).await.unwrap();
    let copy = p.world.message(p.group, copied.0.into()).unwrap();
    assert_eq!((copy.html.as_str(), copy.attachment.as_deref()), ("<i>Kijk</i>", Some("photo")));
    let forwarded = p.bot.forward_message(group, group, sent.id).await.unwrap();
    assert!(forwarded.forward_origin().is_some());
    let nothing = json!({"chat_id": p.group, "from_chat_id": p.group, "message_id": 999});
    assert_eq!(p.refused("copyMessage", nothing).await.1, "Bad Request: message to copy not found");
}

#[tokio::test]
async fn whatever_people_send_can_be_read() {
    let p = play(Limits::none()).await;
    p.updates().await;
    let text = String::from;
    let kinds = [
        Kind::Sticker,
        Kind::Photo { caption: text("een boor") },
        Kind::Voice,
        Kind::VideoNote,
        Kind::Document { caption: String::new() },
        Kind::Contact { phone: text("+31612345678"), own: true },
        Kind::Contact { phone: text("+31687654321"), own: false },
        Kind::Location,
        Kind::Poll { question: text("Wie komt?") },
    ];
    for kind in kinds {
        let passed_on = matches!(kind, Kind::Photo { .. } | Kind::Voice);
        p.world.send_other(p.joop, p.joop, kind.clone(), PLAIN).unwrap();
        let updates = p.updates().await;
        let UpdateKind::Message(m) = &updates[0].kind else { panic!("{kind:?}: {updates:?}") };
        if passed_on {
            let file = m.photo().map(|sizes| &sizes[3].file).or(m.voice().map(|v| &v.file)).unwrap();
            let (method, field) = if m.photo().is_some() { ("sendPhoto", "photo") } else { ("sendVoice", "voice") };
            let sent = p.call(method, json!({"chat_id": p.joop, field: file.id.0})).await;
            assert_eq!(sent["ok"], true, "{sent}");
            assert!(!file.unique_id.0.is_empty() && file.unique_id.0 != file.id.0);
        }
        if let Kind::Contact { own, .. } = kind {
            let own_id = own.then_some(UserId(p.joop as u64));
            assert_eq!(m.contact().unwrap().user_id, own_id);
        }
    }
    let id = p.world.write_private(p.joop, p.account.id, "eerst").unwrap();
    p.world.edit(p.joop, p.joop, id, "daarna").unwrap();
    let updates = p.updates().await;
    let UpdateKind::EditedMessage(m) = &updates[1].kind else { panic!("{updates:?}") };
    assert!(m.text() == Some("daarna") && m.edit_date().is_some());
    p.world.write_private(p.joop, p.account.id, &"a".repeat(4097)).unwrap();
    assert_eq!(p.updates().await.len(), 2, "a client splits what is too long");
    p.world.block_bot(p.joop, p.account.id).unwrap();
    p.world.unblock_bot(p.joop, p.account.id).unwrap();
    assert!(p.updates().await.iter().all(|u| matches!(u.kind, UpdateKind::MyChatMember(_))));
}

#[tokio::test]
async fn links_and_keyboards() {
    let p = play(Limits::none()).await;
    let open = InlineKeyboardButton::url("Open", "https://t.me/stoep_bot?start=r_7".parse().unwrap());
    let sent =
        p.bot.send_message(ChatId(p.group), "x").reply_markup(InlineKeyboardMarkup::new([[open]])).await.unwrap();
    let shown = p.world.message(p.group, sent.id.0.into()).unwrap();
    assert_eq!(shown.keyboard[0][0].kind, ButtonKind::Url("https://t.me/stoep_bot?start=r_7".into()));
    let pressed = p.world.press(p.fatima, p.group, sent.id.0.into(), Target::Label("Open")).unwrap();
    assert_eq!(pressed.query_id, None);
    assert_eq!(p.world.messages(p.fatima)[0].text, "/start r_7", "the link was followed");
    let share = KeyboardMarkup::new([[KeyboardButton::new("Deel").request(teloxide::types::ButtonRequest::Contact)]]);
    p.bot.send_message(ChatId(p.fatima), "Je nummer?").reply_markup(share).await.unwrap();
    assert_eq!(p.world.reply_keyboard(p.fatima)[0][0].label, "Deel");
    let reply = ReplyParameters::new(sent.id).allow_sending_without_reply();
    let answer = p.bot.send_message(ChatId(p.group), "y").reply_parameters(reply).await.unwrap();
    assert_eq!(answer.reply_to_message().unwrap().id, sent.id);
    assert_eq!(answer.thread_id, None::<ThreadId>);
}

#[tokio::test]
async fn an_old_message_arrives_without_its_content() {
    let p = play(Limits::none()).await;
    let sent = p.bot.send_message(ChatId(p.group), "x").reply_markup(keyboard(&[&[("a", "b")]])).await.unwrap();
    p.updates().await;
    p.world.make_inaccessible(p.group, sent.id.0.into()).unwrap();
    p.world.press(p.fatima, p.group, sent.id.0.into(), Target::Data("b")).unwrap();
    let updates = p.updates().await;
    let UpdateKind::CallbackQuery(query) = &updates[0].kind else { panic!("{updates:?}") };
    assert!(query.message.as_ref().unwrap().regular_message().is_none());
    assert_eq!(query.from.id.0 as i64, p.fatima);
}

#[tokio::test]
async fn forms_addresses_and_any_case() {
    let p = play(Limits::none()).await;
    let base = format!("{}/bot{}", p.url, p.account.token);
    let client = p.bot.client();
    let get = |path: String| async move { client.get(path).send().await.unwrap().json::<Value>().await.unwrap() };
    assert_eq!(get(format!("{base}/GETME")).await["result"]["username"], "stoep_bot");
    let sent = get(format!("{base}/sendMessage?chat_id={}&text=a%20b", p.group)).await;
    assert_eq!(sent["result"]["text"], "a b");
    let markup = button("a", "b").to_string();
    let form = [("chat_id", p.group.to_string()), ("text", "x".into()), ("reply_markup", markup)];
    let posted = client.post(format!("{base}/sendmessage")).form(&form).send().await.unwrap();
    assert_eq!(posted.json::<Value>().await.unwrap()["result"]["reply_markup"], button("a", "b"));
}

#[tokio::test]
async fn two_bots_do_not_hear_each_other() {
    let p = play(Limits::none()).await;
    let other = p.world.add_bot("other_bot", "Ander");
    p.world.add_bot_to_group(p.group, other.id, p.joop, Some(AdminRights::default())).unwrap();
    let second = Bot::new(&other.token).set_api_url(p.url.parse().unwrap());
    p.updates().await;
    second.send_message(ChatId(p.group), "/vraag@stoep_bot").await.unwrap();
    assert!(p.updates().await.is_empty());
    let refused = second.send_message(ChatId(p.account.id), "x").await.unwrap_err();
    assert!(refused.to_string().contains("bot can't send messages to bots"), "{refused}");
    assert_eq!(p.world.bots().len(), 2);
}
