//! The messages that the page shows: the newest page, which is loaded again, and the older pages that the citizen has asked
//! for.

use contract::dossier::{Message, MessageAuthor, MessagePage};

/// The messages that the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Conversation {
    /// The messages, the newest first.
    messages: Vec<Message>,
    /// The number of the oldest page that was loaded.
    oldest_page: u32,
    /// Whether there are older messages.
    has_older: bool,
}

impl Conversation {
    /// Begins with the newest page.
    pub(super) fn new(newest: MessagePage) -> Self {
        Self {
            has_older: newest.page < newest.pages,
            oldest_page: newest.page,
            messages: newest.items,
        }
    }

    /// The messages, the newest first.
    pub(super) fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// Whether there are older messages than the shown ones.
    pub(super) const fn has_older(&self) -> bool {
        self.has_older
    }

    /// The number of the next older page.
    pub(super) const fn next_page(&self) -> u32 {
        self.oldest_page.saturating_add(1)
    }

    /// Accepts the newest page, which was loaded again. Older messages stay, unless some may be missing between them and this
    /// page.
    pub(super) fn refresh(&mut self, newest: MessagePage) {
        let is_connected = newest.items.iter().any(|message| self.has(message));
        if !is_connected {
            *self = Self::new(newest);
            return;
        }
        let known = std::mem::replace(&mut self.messages, newest.items);
        self.append(known);
    }

    /// Accepts an older page. New messages have moved some messages to the next page, so it may contain known ones. Returns
    /// whether it contains others.
    pub(super) fn add_older(&mut self, page: MessagePage) -> bool {
        self.oldest_page = self.next_page().max(page.page);
        self.has_older = self.oldest_page < page.pages;
        let before = self.messages.len();
        self.append(page.items);
        self.messages.len() > before
    }

    /// Accepts a message that the citizen has just sent.
    pub(super) fn add_sent(&mut self, message: Message) {
        if !self.has(&message) {
            self.messages.insert(0, message);
        }
    }

    /// Whether the office has written a message since `before` was shown.
    pub(super) fn has_new_office_message(&self, before: &Self) -> bool {
        let newest = before.messages.first().map(|message| &message.id);
        let newer = self.messages.iter();
        newer
            .take_while(|message| Some(&message.id) != newest)
            .any(|message| message.author == MessageAuthor::Office)
    }

    fn append(&mut self, older: Vec<Message>) {
        for message in older {
            if !self.has(&message) {
                self.messages.push(message);
            }
        }
    }

    fn has(&self, message: &Message) -> bool {
        self.messages.iter().any(|known| known.id == message.id)
    }
}

#[cfg(test)]
mod tests {
    use contract::Timestamp;

    use super::*;

    /// The messages with these ids, the newest first.
    fn page(ids: &[u32], page: u32, pages: u32) -> MessagePage {
        let message = |id: &u32| Message {
            id: id.to_string(),
            author: MessageAuthor::Citizen,
            office: None,
            sent_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
            text: String::new(),
            files: Vec::new(),
            unread: false,
        };
        MessagePage {
            items: ids.iter().map(message).collect(),
            page,
            pages,
        }
    }

    fn ids(conversation: &Conversation) -> Vec<&str> {
        let messages = conversation.messages().iter();
        messages.map(|message| message.id.as_str()).collect()
    }

    #[test]
    fn a_new_message_keeps_the_older_ones_and_none_is_shown_twice() {
        let mut shown = Conversation::new(page(&[5, 4], 1, 3));
        assert!(shown.has_older());
        assert!(shown.add_older(page(&[3, 2], 2, 3)));
        shown.refresh(page(&[6, 5], 1, 3));
        assert_eq!(ids(&shown), ["6", "5", "4", "3", "2"]);
        assert_eq!(shown.next_page(), 3);
        assert!(shown.add_older(page(&[2, 1], 3, 3)));
        assert_eq!(ids(&shown), ["6", "5", "4", "3", "2", "1"]);
        assert!(!shown.has_older());
    }

    #[test]
    fn a_sent_message_is_shown_at_once_and_only_once() {
        let mut shown = Conversation::new(page(&[1], 1, 1));
        for message in page(&[2], 1, 1).items {
            shown.add_sent(message);
        }
        assert_eq!(ids(&shown), ["2", "1"]);
        shown.refresh(page(&[2, 1], 1, 1));
        assert_eq!(ids(&shown), ["2", "1"]);
    }

    #[test]
    fn only_a_message_of_the_office_is_announced() {
        let before = Conversation::new(page(&[2, 1], 1, 1));
        let mut now = before.clone();
        assert!(!now.has_new_office_message(&before));
        now.refresh(page(&[3, 2], 1, 1));
        assert!(!now.has_new_office_message(&before));
        let mut newest = page(&[4, 3], 1, 1);
        for message in &mut newest.items {
            message.author = MessageAuthor::Office;
        }
        now.refresh(newest);
        assert!(now.has_new_office_message(&before));
    }

    #[test]
    fn after_a_gap_the_conversation_begins_again() {
        let mut shown = Conversation::new(page(&[2, 1], 1, 1));
        shown.refresh(page(&[9, 8], 1, 5));
        assert_eq!(ids(&shown), ["9", "8"]);
        assert!(shown.has_older());
    }

    #[test]
    fn an_older_page_with_known_messages_only_says_so() {
        let mut shown = Conversation::new(page(&[4, 3], 1, 3));
        assert!(!shown.add_older(page(&[4, 3], 2, 3)));
        assert_eq!(shown.next_page(), 3);
    }
}
